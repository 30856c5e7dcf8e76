import { afterEach, describe, expect, test, vi } from 'vitest';
import { storage } from '../src/storage';

afterEach(() => {
  vi.restoreAllMocks();
  storage.keys().forEach((key) => storage.remove(key));
  storage.set('reset', '');
});

function fillTheDevice() {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
}

describe('a device that stores', () => {
  test('keeps what it was given and says so', () => {
    expect(storage.set('draft', 'ปิดงานซ้ำ')).toBe(true);
    expect(storage.persistent).toBe(true);
    expect(localStorage.getItem('draft')).toBe('ปิดงานซ้ำ');
    expect(storage.get('draft')).toBe('ปิดงานซ้ำ');
  });

  test('forgets what is removed and lists the rest by prefix', () => {
    storage.set('out:2', 'b');
    storage.set('out:1', 'a');
    storage.set('other', 'c');
    storage.remove('other');
    expect(storage.keys('out:')).toEqual(['out:1', 'out:2']);
    expect(storage.get('other')).toBeNull();
  });
});

describe('a device that is full or private', () => {
  test('still gives back what was written on this page, and admits it is not kept', () => {
    fillTheDevice();
    expect(storage.set('draft', 'ใหม่')).toBe(false);
    expect(storage.persistent).toBe(false);
    expect(storage.get('draft')).toBe('ใหม่');
    expect(storage.keys('draft')).toEqual(['draft']);
  });

  test('prefers the newer text over the older one it had kept', () => {
    storage.set('draft', 'เก่า');
    fillTheDevice();
    storage.set('draft', 'ใหม่');
    expect(storage.get('draft')).toBe('ใหม่');
  });
});
