import { afterEach, describe, expect, test, vi } from 'vitest';
import { common } from '../src/words/common';
import { words as english } from '../src/words/en/common';
import { words as englishRefusals } from '../src/words/en/refusals';
import { language } from '../src/words/language.svelte';
import { why } from '../src/words/refusals';

afterEach(async () => void (await language.speak('th')));

describe('words', () => {
  test('are Thai until somebody asks for English, and the device remembers', async () => {
    expect(common.cards(2)).toBe('2 ใบ');
    expect(await language.speak('en')).toBe(true);
    expect(common.cards(1)).toBe('1 card');
    expect(common.phases.write).toBe('Write');
    expect(document.documentElement.lang).toBe('en');
    expect(localStorage.getItem('batkham:language')).toBe('en');
  });

  test('stay Thai when English cannot be fetched', async () => {
    const lost = language.dictionary(
      { yes: 'ใช่' },
      vi
        .fn()
        .mockRejectedValueOnce(new Error('offline'))
        .mockResolvedValue({ words: { yes: 'Yes' } }),
    );
    expect(await language.speak('en')).toBe(false);
    expect(lost.yes).toBe('ใช่');
    expect(document.documentElement.lang).toBe('th');
    expect(await language.speak('en')).toBe(true);
    expect(lost.yes).toBe('Yes');
  });

  test('give dates in the Buddhist era and the time of Thailand', () => {
    expect(common.date('2027-09-29T17:00:00.000Z')).toBe('30 ก.ย. 2570');
    expect(common.longDate('2026-11-22T05:00:00.000Z')).toBe('วันอาทิตย์ที่ 22 พฤศจิกายน พ.ศ. 2569');
    expect(common.time('2026-11-22T07:05:00.000Z')).toBe('14:05\u00a0น.');
    expect(common.willBeDeleted('2027-09-30')).toBe('กระดานนี้จะถูกลบวันที่ 30 ก.ย. 2570');
    expect(english.date('2027-09-30')).toMatch(/^30 Sept? 2027$/);
  });

  test('pick the spoken one of a text in both languages', async () => {
    const name = { th: 'ปิด', en: 'Close' };
    expect(language.of(name)).toBe('ปิด');
    await language.speak('en');
    expect(language.of(name)).toBe('Close');
  });
});

describe('refusals', () => {
  test('say the limit and the wait', () => {
    expect(why({ code: 'too_long', limit: 120 })).toContain('120');
    expect(why({ code: 'rate_limited', after_ms: 1_200 })).toContain('2 วินาที');
  });

  test('speak English too', async () => {
    await language.speak('en');
    expect(why({ code: 'empty' })).toBe(englishRefusals.empty);
  });

  test.each(['never_heard_of', 'toString'])('with the code %s still make a sentence', (code) => {
    expect(why({ code })).toBe(why({ code: 'server_error' }));
  });
});
