import { describe, expect, test } from 'vitest';
import { caretAfter, digitsOf, grouped } from '../src/home/eightDigits';
import { fiscalYear } from '../src/fiscalYear';
import { isUnreachable, spokenCode, typedAddress } from '../src/parts/joining';
import { isPrivate } from '../src/result/privateHost';

describe('a join code', () => {
  test.each([
    ['4821-9030', '48219030'],
    ['๔๘๒๑ ๙๐๓๐', '48219030'],
    ['รหัส 4821', '4821'],
    ['482190301', '48219030'],
  ])('typed as %s is %s', (typed, digits) => expect(digitsOf(typed)).toBe(digits));

  test('is shown in two groups once there are two', () => {
    expect(grouped('4821')).toBe('4821');
    expect(grouped('48219')).toBe('4821-9');
    expect(spokenCode('48219030')).toBe('4821-9030');
  });

  test('keeps the caret behind the digits that were before it', () => {
    expect(caretAfter('48x', 3)).toBe(2);
    expect(caretAfter('48219', 5)).toBe(6);
    expect(caretAfter('4821-9030', 3)).toBe(3);
  });
});

describe("Thailand's fiscal year", () => {
  test.each([
    ['2026-09-30T16:59:59Z', 2569],
    ['2026-09-30T17:00:00Z', 2570],
    ['2026-12-31T18:00:00Z', 2570],
  ])('%s is in %i', (moment, year) => expect(fiscalYear(new Date(moment))).toBe(year));
});

describe('an address', () => {
  test('is typed without its scheme', () => {
    expect(typedAddress('http://192.168.137.1:8321/cards')).toBe('192.168.137.1:8321/cards');
  });

  test.each(['http://localhost:8321', 'http://127.0.0.1', 'http://[::1]:80'])(
    '%s can be reached by this machine only',
    (address) => expect(isUnreachable(address)).toBe(true),
  );

  test.each(['http://192.168.1.20:8321', 'https://localhost.example.org'])(
    '%s can be reached by phones',
    (address) => expect(isUnreachable(address)).toBe(false),
  );

  test.each(['192.168.1.20', '10.0.0.1', '172.20.1.1', 'laptop', 'laptop.local', '[fe80::1]'])(
    '%s works in the building only',
    (host) => expect(isPrivate(host)).toBe(true),
  );

  test.each(['cards.example.go.th', '172.32.0.1', '203.0.113.7', '[2001:db8::1]'])(
    '%s works everywhere',
    (host) => expect(isPrivate(host)).toBe(false),
  );
});
