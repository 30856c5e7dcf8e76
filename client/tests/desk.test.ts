import { beforeEach, describe, expect, test } from 'vitest';
import { plain } from '../src/facilitator/desk/search';
import { lastPage } from '../src/facilitator/remote/pages';
import { isForPhones } from '../src/facilitator/settings/addresses';
import { spokenCode } from '../src/facilitator/settings/code';
import {
  dayOf,
  daysIn,
  isoOf,
  monthNames,
  settled,
  spokenYear,
  yearsFrom,
} from '../src/facilitator/settings/days';

beforeEach(() => localStorage.clear());

describe('searching', () => {
  test.each([
    ['ประชุม', 'ประชุ่ม'],
    ['2 ชัวโมง', '๒ ชั่วโมง'],
    ['facebook', 'FaceBook'],
    ['ไม้โท', 'ไมโท'],
    ['น้ำ', 'นํ้า'.normalize('NFC')],
    ['แผน', 'เเผน'],
  ])('finds %s where %s is written', (typed, written) => {
    expect(plain(written)).toContain(plain(typed));
  });

  test('does not take one vowel for another', () => {
    expect(plain('ปิด')).not.toBe(plain('เปิด'));
    expect(plain('กิน')).not.toBe(plain('กัน'));
  });
});

describe('days', () => {
  test('are ISO in data and of the Buddhist era on the screen', () => {
    expect(isoOf(dayOf('2027-02-05'))).toBe('2027-02-05');
    expect(spokenYear(2027, 'th')).toBe(2570);
    expect(spokenYear(2027, 'en')).toBe(2027);
    expect(monthNames('th')[1]).toBe('กุมภาพันธ์');
  });

  test('of a longer month become the last of a shorter one', () => {
    expect(daysIn(2, 2028)).toBe(29);
    expect(isoOf(settled({ day: 31, month: 2, year: 2027 }))).toBe('2027-02-28');
  });

  test('reach two years ahead', () => {
    expect(yearsFrom(Date.UTC(2026, 10, 22))).toEqual([2026, 2027, 2028]);
  });
});

test('an address of this machine alone is none for phones', () => {
  expect(isForPhones('http://192.168.1.5:8000')).toBe(true);
  expect(isForPhones('http://localhost:8000')).toBe(false);
  expect(isForPhones('http://127.0.0.1:8000')).toBe(false);
  expect(isForPhones('')).toBe(false);
});

test('a join code is read aloud four and four', () => {
  expect(spokenCode('48219030')).toBe('4821-9030');
});

test('pages end where no screen could have more', () => {
  expect(lastPage([])).toBe(0);
  expect(lastPage([3, 1])).toBe(0);
  expect(lastPage([4, 10])).toBe(3);
});
