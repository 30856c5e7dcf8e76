/** Whatever the network does, a question gets a value. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, WorkshopApi } from '../src/api';

let answer: (signal: AbortSignal) => Response | Promise<Response>;
let asked: { address: string; how: RequestInit }[];

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  vi.stubGlobal('fetch', async (address: string, how: RequestInit) => {
    asked.push({ address, how });
    return answer(how.signal!);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const silence = { ok: false, code: 'unreachable', retry: true };

test('an answer is a value with its fields', async () => {
  answer = () => Response.json({ free: true, address: 'http://10.0.0.2' });
  expect(await api.start()).toEqual({ ok: true, free: true, address: 'http://10.0.0.2' });
});

test('the token travels in the header, never in the address', async () => {
  answer = () => Response.json({ ok: true, seq: 3 });
  const desk = new WorkshopApi('w', 's3cret');
  expect(await desk.command({ id: 'i', name: 'undo' })).toEqual({ ok: true, seq: 3 });
  const { address, how } = asked[0]!;
  expect(address).toBe('http://localhost:3000/api/workshops/w/commands');
  expect(new Headers(how.headers).get('Authorization')).toBe('Bearer s3cret');
  expect(JSON.parse(String(how.body))).toEqual({ id: 'i', name: 'undo' });
});

test('a refusal is a value with its reason', async () => {
  const refusal = { ok: false, code: 'too_many_tries', retry: true, after_ms: 4_000 };
  answer = () => Response.json(refusal, { status: 429 });
  expect(await api.join({ id: 'i', code: '48219030' })).toEqual(refusal);
});

test('no network, a proxy without a server, and a broken answer are silence', async () => {
  answer = () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await api.start()).toEqual(silence);
  answer = () => new Response('<h1>Bad gateway</h1>', { status: 502 });
  expect(await api.start()).toEqual(silence);
  answer = () => new Response('{"free": tr', { status: 200 });
  expect(await api.start()).toEqual(silence);
});

test('an error that is not ours is not tried again', async () => {
  answer = () => new Response('<h1>Not found</h1>', { status: 404 });
  expect(await api.start()).toEqual({ ok: false, code: 'server_error', retry: false });
});

test('a server that takes the question and says nothing is given up', async () => {
  answer = (signal) =>
    new Promise((_, fail) => signal.addEventListener('abort', () => fail(new Error('aborted'))));
  const reply = api.start();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await reply).toEqual(silence);
});

test('a document comes with the name the server gave it, in Thai', async () => {
  const name = encodeURIComponent('เวที.csv');
  const headers = {
    'Content-Disposition': `attachment; filename="board.csv"; filename*=UTF-8''${name}`,
  };
  answer = () => new Response('บัตร', { headers });
  const reply = await new WorkshopApi('w', 't').exportFile('csv');
  expect(reply.ok && reply.file.name).toBe('เวที.csv');
});

test('a document that is refused is a refusal', async () => {
  const refusal = { ok: false, code: 'forbidden', retry: false };
  answer = () => Response.json(refusal, { status: 403 });
  expect(await new WorkshopApi('w', 't').exportFile('json')).toEqual(refusal);
});
