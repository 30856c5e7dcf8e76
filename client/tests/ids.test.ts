import { expect, test } from 'vitest';
import { newId } from '../src/ids';

test('every command gets its own id of 16 url-safe characters', () => {
  const ids = Array.from({ length: 500 }, newId);
  expect(new Set(ids).size).toBe(500);
  expect(ids.every((id) => /^[A-Za-z0-9_-]{16}$/.test(id))).toBe(true);
});
