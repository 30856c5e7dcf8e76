import { describe, expect, test } from 'vitest';
import { isForThePage, keyName } from '../src/facilitator/keys';

const press = (key: string, code: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key, code, bubbles: true, ...more });

describe('a key', () => {
  test('is known by its place when the layout is Thai', () => {
    expect(keyName(press('ๅ', 'Digit1'))).toBe('1');
    expect(keyName(press('ผ', 'KeyZ'))).toBe('z');
    expect(keyName(press('ิ', 'KeyB'))).toBe('b');
  });

  test('is known by its letter where letters stand elsewhere', () => {
    expect(keyName(press('z', 'KeyY'))).toBe('z');
    expect(keyName(press('Z', 'KeyY', { shiftKey: true }))).toBe('z');
  });

  test('keeps its own name when it types nothing', () => {
    expect(keyName(press('PageDown', 'PageDown'))).toBe('PageDown');
    expect(keyName(press('2', 'Numpad2'))).toBe('2');
    expect(keyName(press('?', 'Slash', { shiftKey: true }))).toBe('?');
  });
});

describe('the page', () => {
  test('leaves keys to somebody who is typing', () => {
    const field = document.body.appendChild(document.createElement('textarea'));
    let mine = true;
    field.addEventListener('keydown', (event) => (mine = isForThePage(event)));
    field.dispatchEvent(press('b', 'KeyB'));
    field.remove();
    expect(mine).toBe(false);
  });

  test('leaves the browser its own shortcuts, but takes undo', () => {
    expect(isForThePage(press('f', 'KeyF', { ctrlKey: true }))).toBe(false);
    expect(isForThePage(press('b', 'KeyB', { metaKey: true }))).toBe(false);
    expect(isForThePage(press('z', 'KeyZ', { ctrlKey: true }))).toBe(true);
    expect(isForThePage(press('b', 'KeyB'))).toBe(true);
  });
});
