/** A phone's clock may be wrong; the countdown must not be. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Clock } from '../src/clock.svelte';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') }));
afterEach(() => void vi.useRealTimers());

const shown = (clock: Clock) => new Date(clock.now()).toISOString();

test('the server’s time is told on a phone that is hours off, and runs on', () => {
  const clock = new Clock();
  clock.hear('2026-11-22T03:00:00.000Z');
  vi.setSystemTime('2026-11-22T10:00:30Z');
  expect(shown(clock)).toBe('2026-11-22T03:00:30.000Z');
});

test('what travelled for long does not set the clock back', () => {
  const clock = new Clock();
  clock.hear('2026-11-22T03:00:00.000Z');
  clock.hear('2026-11-22T02:59:58.000Z');
  expect(shown(clock)).toBe('2026-11-22T03:00:00.000Z');
  clock.hear('2026-11-22T03:00:00.400Z');
  expect(shown(clock)).toBe('2026-11-22T03:00:00.400Z');
});

test('a clock that was set is followed, and nonsense is not', () => {
  const clock = new Clock();
  clock.hear('2026-11-22T03:00:00.000Z');
  clock.hear('2026-11-22T02:00:00.000Z');
  clock.hear('soon');
  expect(shown(clock)).toBe('2026-11-22T02:00:00.000Z');
});
