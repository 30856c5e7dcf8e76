import { afterEach, expect, it } from 'vitest';
import { language } from '../src/words/language.svelte';

afterEach(() => language.speak('th', { remember: false }));

/** English that comes when it is told to. */
function slow(words: { hello: string }) {
  let arrive = () => {};
  const arrived = new Promise<void>((done) => (arrive = done));
  return { arrive, fetch: () => arrived.then(() => ({ words })) };
}

it('speaks English once it is there', async () => {
  const words = language.dictionary({ hello: 'สวัสดี' }, async () => ({ words: { hello: 'Hello' } }));
  expect(words.hello).toBe('สวัสดี');
  await language.speak('en', { remember: false });
  expect(words.hello).toBe('Hello');
});

it('speaks English in a part of the page that came while the rest was fetched', async () => {
  const first = slow({ hello: 'Hello' });
  language.dictionary({ hello: 'สวัสดี' }, first.fetch);
  const speaking = language.speak('en', { remember: false });
  const late = language.dictionary({ hello: 'ลงคะแนน' }, async () => ({
    words: { hello: 'Vote' },
  }));
  first.arrive();
  expect(await speaking).toBe(true);
  expect(late.hello).toBe('Vote');
});

it('stays Thai when English cannot be fetched', async () => {
  const broken = { now: true };
  const words = language.dictionary({ hello: 'สวัสดี' }, async () => {
    if (broken.now) throw new Error('no network');
    return { words: { hello: 'Hello' } };
  });
  expect(await language.speak('en', { remember: false })).toBe(false);
  expect(words.hello).toBe('สวัสดี');
  broken.now = false;
  expect(await language.speak('en', { remember: false })).toBe(true);
});
