import { describe, expect, test } from 'vitest';
import { partsOf, write } from '../src/wholeWords';

const whole = (text: string) =>
  partsOf(text)
    .filter((part) => part.whole)
    .map((part) => part.text);

describe('words that browsers cut in two', () => {
  test('are kept whole wherever they stand', () => {
    expect(whole('ลดกลุ่ม LINE งาน เหลือกลุ่มเดียว')).toEqual(['กลุ่ม', 'กลุ่ม']);
    expect(whole('ขายออนไลน์และไลฟ์สดในโซเชียลมีเดีย')).toEqual(['ออนไลน์', 'ไลฟ์สด', 'โซเชียลมีเดีย']);
  });

  test('are left alone inside other words', () => {
    expect(whole('ไลฟ์ะ วิดีโอ็ กลุ่มา')).toEqual([]);
  });

  test('change nothing of the text, in parts or when measured', () => {
    const text = 'เฟสบุ๊ค\nเว็ปไซด์ Facebook <b>กลุ่ม</b>';
    const element = document.createElement('p');
    write(element, text);
    expect(element.textContent).toBe(text);
    expect(
      partsOf(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
    expect(element.querySelector('b')).toBeNull();
  });

  test('a text without them is one part, and no text is none', () => {
    expect(partsOf('ประชุมให้สั้น')).toEqual([{ text: 'ประชุมให้สั้น', whole: false }]);
    expect(partsOf('')).toEqual([]);
  });
});
