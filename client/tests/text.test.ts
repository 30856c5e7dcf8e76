import { describe, expect, test } from 'vitest';
import { cut, graphemes, roughGraphemes, shorten, visibleLength } from '../src/text';

const SAMPLES = ['ที่นี้', 'ฟื้น', 'ญี่ปุ่น', 'น้ำ', 'กตัญญู', '👩‍👩‍👧‍👦', '👍🏽', 'ปิด 3 งาน', 'é', '', 'a\r\nb'];

describe('people count what they see', () => {
  test.each([
    ['ที่นี้', 2],
    ['ฟื้น', 2],
    ['ญี่ปุ่น', 3],
    ['น้ำ', 1],
    ['ปรับปรุง', 6],
    ['👩‍👩‍👧‍👦', 1],
    ['👍🏽 ดี', 3],
    ['e\u0301', 1],
    ['', 0],
  ])('%s has %i', (text, count) => {
    expect(visibleLength(text)).toBe(count);
  });

  test.each(SAMPLES)('a browser without a segmenter counts %j the same', (text) => {
    expect(roughGraphemes(text)).toEqual(graphemes(text));
  });
});

describe('text is cut between letters', () => {
  test('a tone mark stays with its letter', () => {
    expect(cut('ที่นี้ดี', 2)).toBe('ที่นี้');
  });

  test('what fits is left alone and what does not ends in …', () => {
    expect(shorten('ที่นี้', 2)).toBe('ที่นี้');
    expect(shorten('ที่นี้ดี', 2)).toBe('ที่…');
  });
});
