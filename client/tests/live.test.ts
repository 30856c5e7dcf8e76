/** What a screen does when the line is cut, silent, refused, or never there. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Live, type LiveOptions } from '../src/live.svelte';
import { aCard } from './fakes/fakeBoard';
import { aServer, type FakeServer } from './fakes/fakeServer';

let server: FakeServer;
let live: Live;

beforeEach(() => {
  vi.useFakeTimers();
  server = aServer();
});
afterEach(() => {
  live.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function start(more: Partial<LiveOptions> = {}): void {
  live = new Live({ workshop: 'w', token: 't', open: server.open, ...more });
}
function startConnected(more: Partial<LiveOptions> = {}): void {
  start(more);
  server.accept();
}
const settle = () => vi.advanceTimersByTimeAsync(0);
const star = { name: 'star_cards' as const, cards: ['a'] };

describe('keeping the board', () => {
  test('the greeting brings the board and the server’s time', () => {
    vi.setSystemTime('2026-11-22T10:00:00.000Z');
    startConnected();
    expect([live.state, live.board.workshop?.title]).toEqual(['live', 'เวทีทดสอบ']);
    expect(new Date(live.clock.now()).toISOString()).toBe('2026-11-22T03:04:05.678Z');
  });

  test('a lost frame is asked for', async () => {
    startConnected();
    server.board.put(aCard('a'));
    server.board.put(aCard('b'));
    server.heard.changes(server.board.changes(1));
    await settle();
    expect(server.caughtUp).toEqual([{ since: 0 }]);
    expect(live.board.inbox).toEqual(['a', 'b']);
  });

  test('a lost tail is found by the next head, and a head that brings nothing new asks nothing', async () => {
    startConnected();
    server.heard.head({ seq: 0, now: '2026-11-22T03:04:15.678Z', address: 'http://10.0.0.2' });
    await settle();
    expect([server.caughtUp, live.address]).toEqual([[], 'http://10.0.0.2']);
    server.board.put(aCard('a'));
    server.heard.head({ seq: 1, now: '2026-11-22T03:04:25.678Z' });
    await settle();
    expect([live.board.inbox, live.board.seq]).toEqual([['a'], 1]);
  });

  test('a reconnect continues from what the screen holds', () => {
    server.board.put(aCard('a'));
    startConnected();
    server.cut();
    expect(live.state).toBe('offline');
    server.accept();
    expect(server.greetings).toEqual([
      { token: 't', v: 1, since: undefined, audience: undefined },
      { token: 't', v: 1, since: 1, audience: undefined },
    ]);
    expect(live.state).toBe('live');
  });

  test('another view is asked for, kept over a reconnect, and never continued from the old one', async () => {
    server.board.put(aCard('a'));
    startConnected();
    expect(await live.watch('inbox')).toBe(true);
    expect(server.caughtUp).toEqual([{ since: 0, audience: 'inbox' }]);
    server.cut();
    server.accept(server.board.hello({ audience: 'inbox' }));
    expect(server.greetings.pop()).toEqual({ token: 't', v: 1, since: 1, audience: 'inbox' });
  });
});

describe('commands', () => {
  test('go by socket while it answers', async () => {
    startConnected();
    expect(await live.command(star, 'id-1')).toEqual({ ok: true, seq: 0 });
    expect(server.got).toEqual([{ by: 'socket', command: { ...star, id: 'id-1' } }]);
  });

  test('go by HTTP with the same id when the socket stays silent', async () => {
    startConnected();
    server.socketAnswers = false;
    expect(await live.command(star, 'id-1')).toEqual({ ok: true, seq: 0 });
    expect(server.got).toEqual([{ by: 'http', command: { ...star, id: 'id-1' } }]);
  });

  test('come back as unreachable when nobody answers at all', async () => {
    start();
    server.httpAnswers = false;
    expect(await live.command(star)).toEqual({ ok: false, code: 'unreachable', retry: true });
  });

  test('come back with the server’s refusal', async () => {
    startConnected();
    const refusal = { ok: false as const, code: 'locked' as const, retry: false };
    server.refusals = [refusal];
    expect(await live.command(star)).toEqual(refusal);
  });
});

describe('a line that is in doubt', () => {
  test('is called again when nothing answers after the page wakes', async () => {
    startConnected();
    server.socketAnswers = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect([server.calls, live.state]).toEqual([2, 'offline']);
  });

  test('is left alone when it answers', async () => {
    startConnected();
    window.dispatchEvent(new Event('online'));
    await settle();
    expect([server.calls, live.state, server.caughtUp.length]).toEqual([1, 'live', 1]);
  });

  test('is not even asked after a long sleep', async () => {
    startConnected();
    vi.setSystemTime(Date.now() + 60_000);
    window.dispatchEvent(new Event('pageshow'));
    await settle();
    expect([server.calls, server.caughtUp.length]).toEqual([2, 0]);
  });

  test('after a server that was stopping it is called with a pause, not at once', async () => {
    startConnected();
    server.heard.draining();
    expect(live.state).toBe('draining');
    server.cut();
    expect([server.calls, live.state]).toEqual([1, 'draining']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.calls).toBe(2);
  });
});

describe('cards that wait on this phone', () => {
  test('are told when their number has changed, and with the greeting of a new line', async () => {
    startConnected();
    live.tellWaiting(0);
    live.tellWaiting(2);
    live.tellWaiting(2);
    expect(server.waiting).toEqual([2]);
    server.cut();
    live.tellWaiting(3);
    server.accept();
    expect([server.waiting, server.greetings.at(-1)]).toEqual([
      [2],
      expect.objectContaining({ waiting: 3 }),
    ]);
  });

  test('are not mentioned when there are none', () => {
    startConnected();
    expect(JSON.stringify(server.greetings)).not.toContain('waiting');
  });
});

describe('the end', () => {
  test.each(['gone', 'revoked'] as const)('%s is final', async (why) => {
    startConnected();
    server.heard[why]();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([live.state, server.calls, server.requests]).toEqual([why, 1, []]);
  });

  test.each([
    ['reload', 'reload'],
    ['malformed', 'reload'],
    ['bad_token', 'bad_token'],
  ])('a call that is refused with %s ends as %s', async (code, state) => {
    start();
    server.heard.refused(code);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([live.state, server.calls]).toEqual([state, 1]);
  });

  test('a full server is called again', async () => {
    start();
    server.heard.refused('too_many');
    await vi.advanceTimersByTimeAsync(5_000);
    expect([live.state, server.calls]).toEqual(['offline', 2]);
  });
});

describe('no socket at all', () => {
  test('the board comes by HTTP, again and again, until a socket is there', async () => {
    start();
    server.heard.failed();
    expect(live.state).toBe('offline');
    await vi.advanceTimersByTimeAsync(16_000);
    expect([live.state, live.board.seq]).toEqual(['live', 0]);
    server.board.put(aCard('a'));
    server.heard.failed();
    await vi.advanceTimersByTimeAsync(5_000);
    expect([live.state, live.board.inbox]).toEqual(['live', ['a']]);
    server.accept();
    const asked = server.requests.length;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(server.requests.length).toBe(asked);
  });

  test('it is offline again when HTTP fails as well', async () => {
    start();
    server.heard.failed();
    await vi.advanceTimersByTimeAsync(16_000);
    server.httpAnswers = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(live.state).toBe('offline');
  });
});
