/** How a device becomes somebody, and stays it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { enterByCode, enterByLink, entered, join, keepMade } from '../src/entering';
import { forget, forgetDevice, identities, identityFor, note } from '../src/identity';
import { storage } from '../src/storage';

interface Asked {
  address: string;
  body: unknown;
}
let asked: Asked[];
/** What the server says next; null is a network without a server. */
let answers: (object | null)[];

beforeEach(() => {
  document.head.innerHTML = '<base href="/" />';
  asked = [];
  answers = [];
  vi.stubGlobal('fetch', async (address: string, { body }: RequestInit) => {
    asked.push({ address, body: JSON.parse(String(body)) });
    const answer = answers.shift();
    if (!answer) throw new TypeError('Failed to fetch');
    return Response.json(answer, { status: 'code' in answer ? 403 : 200 });
  });
});
afterEach(() => {
  forgetDevice();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  history.replaceState(null, '', '/');
  document.head.innerHTML = '';
});

const fay = { ok: true, workshop: 'w', role: 'facilitator', token: 't', key_id: 'k', title: 'เวที' };
const wrongKey = { ok: false, code: 'wrong_key', retry: false };
const ana = { ok: true, workshop: 'w', token: 'ana', resume_code: '4821', title: 'เวที' };

describe('a secret link', () => {
  test('is exchanged by POST, wiped from the address bar, and never kept', async () => {
    history.replaceState(null, '', '/w/w#key=s3cret%2B');
    answers = [fay];
    const entry = await enterByLink('w', 'facilitator', 'co_facilitator');
    expect(entry).toMatchObject({ role: 'facilitator', token: 't', key_id: 'k' });
    expect(asked).toEqual([
      { address: 'http://localhost:3000/api/enter', body: { key: 's3cret+' } },
    ]);
    expect(location.href).toBe('http://localhost:3000/w/w');
    expect(
      storage
        .keys()
        .map((key) => storage.get(key))
        .join(),
    ).not.toContain('s3cret');
  });

  test('works only once: after a reload the device is remembered without asking', async () => {
    history.replaceState(null, '', '/w/w#pair=once');
    answers = [fay];
    await enterByLink('w', 'facilitator');
    expect(entered(await enterByLink('w', 'facilitator'))).toBe(true);
    expect(asked).toHaveLength(1);
  });

  test('that is wrong is refused and wiped; who was here before stays who they were', async () => {
    history.replaceState(null, '', '/w/w#key=wrong');
    answers = [wrongKey];
    expect(await enterByLink('w', 'facilitator')).toEqual(wrongKey);
    expect(location.hash).toBe('');
    keepMade({ workshop: 'w', code: '48219030', token: 'mine', key: 'k' }, 'เวที');
    history.replaceState(null, '', '/w/w#key=wrong');
    answers = [wrongKey];
    expect(await enterByLink('w', 'facilitator')).toMatchObject({ token: 'mine' });
  });

  test('stays in the address bar while nobody answers, so that a reload can try again', async () => {
    history.replaceState(null, '', '/w/w#key=s3cret');
    expect(await enterByLink('w', 'facilitator')).toMatchObject({ code: 'unreachable' });
    expect(location.hash).toBe('#key=s3cret');
  });

  test('of the wall does not make a facilitator: without one nobody is known here', async () => {
    history.replaceState(null, '', '/wall/w#key=s3cret');
    answers = [{ ...fay, role: 'wall' }];
    await enterByLink('w', 'wall');
    expect(await enterByLink('w', 'facilitator', 'co_facilitator')).toBeNull();
  });
});

describe('the room’s code', () => {
  test('makes a participant, typed in Thai digits and with a dash', async () => {
    answers = [ana];
    const entry = await enterByCode('๔๘๒๑-๙๐๓๐');
    expect(entry).toMatchObject({ role: 'participant', token: 'ana', resume_code: '4821' });
    expect(asked[0]?.body).toMatchObject({ code: '48219030' });
  });

  test('finds the same participant again, even without a network', async () => {
    answers = [ana];
    await enterByCode('48219030');
    expect(await enterByCode('4821 9030')).toMatchObject({ token: 'ana' });
    expect(asked).toHaveLength(1);
  });

  test('is asked again with the same id while nobody answers: only one comes in', async () => {
    answers = [null, ana, ana];
    await enterByCode('48219030');
    await enterByCode('48219030');
    await join('48219030');
    const ids = asked.map(({ body }) => (body as { id: string }).id);
    expect([ids[0] === ids[1], ids[1] === ids[2]]).toEqual([true, false]);
  });

  test('that is wrong makes nobody', async () => {
    answers = [{ ok: false, code: 'wrong_code', retry: false }];
    expect(entered(await enterByCode('00000000'))).toBe(false);
    expect(identities()).toEqual([]);
  });

  test('with a resume code the server is asked, and the resume code stays known', async () => {
    answers = [ana, { ...ana, token: 'ana-2', resume_code: undefined }];
    await enterByCode('48219030');
    await join('48219030', '๔๘๒๑');
    expect(asked[1]?.body).toMatchObject({ code: '48219030', resume_code: '4821' });
    expect(identityFor('w', 'participant')).toMatchObject({ token: 'ana-2', resume_code: '4821' });
  });
});

describe('workshops of this device', () => {
  test('are listed with what was last seen of them, the last used first', () => {
    vi.useFakeTimers({ now: new Date('2026-11-22T03:00:00Z') });
    keepMade({ workshop: 'old', code: '1', token: 't1', key: 'k' }, 'เก่า');
    vi.setSystemTime('2026-11-22T04:00:00Z');
    const made = keepMade({ workshop: 'new', code: '2', token: 't2', key: 'k' }, 'ใหม่');
    note(made, { title: 'ใหม่กว่า', phase: 'sort', expires_on: '2027-01-21' });
    expect(identities().map(({ title }) => title)).toEqual(['ใหม่กว่า', 'เก่า']);
    expect(identities()[0]).toMatchObject({ phase: 'sort', expires_on: '2027-01-21', token: 't2' });
  });

  test('are forgotten one by one, or all with whatever else is kept here', () => {
    keepMade({ workshop: 'one', code: '1', token: 't1', key: 'k' }, 'หนึ่ง');
    keepMade({ workshop: 'two', code: '2', token: 't2', key: 'k' }, 'สอง');
    storage.set('batkham:draft:two:board-1:new', '{}');
    forget('one', 'facilitator');
    expect(identities().map(({ workshop }) => workshop)).toEqual(['two']);
    forgetDevice();
    expect(storage.keys('batkham:')).toEqual([]);
  });

  test('that were damaged are left out', () => {
    storage.set('batkham:identity:w:facilitator', '{broken');
    expect(identities()).toEqual([]);
  });
});
