/** A card that was written is never lost and never doubled, whatever happens to the page or the server. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Outbox } from '../src/outbox.svelte';
import { storage } from '../src/storage';
import type { Outcome, Refused, Sent } from '../src/wire';

const card = (text: string) => ({ name: 'submit_card' as const, board: 'board-1', text });
const UNREACHABLE: Outcome = { ok: false, code: 'unreachable', retry: true };
const refusal = (more: Partial<Refused>): Refused => ({
  ok: false,
  code: 'retry',
  retry: false,
  ...more,
});

/** Answers each command as it is told to; without words, yes. One id is done once, however often it arrives. */
class FakeSender {
  got: Sent[] = [];
  cards = new Map<string, Sent>();
  answers: Outcome[] = [];
  holding: (() => void)[] | null = null;
  #listeners: (() => void)[] = [];

  send = async (command: Sent): Promise<Outcome> => {
    this.got.push(command);
    const held = this.holding;
    if (held) await new Promise<void>((go) => held.push(go));
    const answer = this.answers.shift() ?? { ok: true, seq: 1 };
    if (answer.ok && !this.cards.has(command.id)) this.cards.set(command.id, command);
    return answer;
  };
  onLive = (listener: () => void) => {
    this.#listeners.push(listener);
    return () => void (this.#listeners = this.#listeners.filter((one) => one !== listener));
  };
  comesBack(): void {
    this.#listeners.forEach((listener) => listener());
  }
  letGo(): void {
    this.holding?.forEach((go) => go());
    this.holding = null;
  }
}

let server: FakeSender;
let pages: Outbox[];

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeSender();
  pages = [];
});
afterEach(() => {
  pages.forEach((page) => page.stop());
  storage.keys().forEach((key) => storage.remove(key));
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function aPage(): Outbox {
  const page = new Outbox('w', server);
  pages.push(page);
  return page;
}
function reload(page: Outbox): Outbox {
  page.stop();
  return aPage();
}
const settle = () => vi.advanceTimersByTimeAsync(0);
const minutes = (many: number) => vi.advanceTimersByTimeAsync(many * 60_000);
const texts = (commands: Iterable<Sent>) =>
  [...commands].map((command) => ('text' in command ? command.text : command.name));
const states = (page: Outbox) => page.entries.map(({ state }) => state);
const stored = () => storage.keys('batkham:outbox:w:').length;

describe('sending', () => {
  test('a card is kept before it is sent, and let go when it is acknowledged', async () => {
    server.holding = [];
    const page = aPage();
    const id = page.put(card('ปิดงานซ้ำ'));
    expect([stored(), states(page), server.got[0]?.id]).toEqual([1, ['sending'], id]);
    server.letGo();
    await settle();
    expect([stored(), states(page), page.waiting]).toEqual([0, ['sent'], 0]);
  });

  test('cards go one at a time, in the order they were written', async () => {
    server.holding = [];
    const page = aPage();
    ['หนึ่ง', 'สอง', 'สาม'].forEach((text) => page.put(card(text)));
    expect(texts(server.got)).toEqual(['หนึ่ง']);
    server.letGo();
    await settle();
    expect(texts(server.got)).toEqual(['หนึ่ง', 'สอง', 'สาม']);
  });

  test('the order holds when the phone’s clock goes back', async () => {
    server.answers = [UNREACHABLE];
    const page = aPage();
    page.put(card('หนึ่ง'));
    vi.setSystemTime(Date.now() - 3_600_000);
    page.put(card('สอง'));
    await minutes(1);
    expect(texts(server.cards.values())).toEqual(['หนึ่ง', 'สอง']);
  });
});

describe('a dead server', () => {
  test('cards wait, survive a reload, and arrive once when it is back', async () => {
    server.answers = [UNREACHABLE, UNREACHABLE];
    const page = aPage();
    page.put(card('หนึ่ง'));
    page.put(card('สอง'));
    await settle();
    expect([page.waiting, states(page)]).toEqual([2, ['waiting', 'waiting']]);
    const again = reload(page);
    await settle();
    expect(again.waiting).toBe(2);
    server.comesBack();
    await settle();
    expect(texts(server.cards.values())).toEqual(['หนึ่ง', 'สอง']);
    expect([again.waiting, stored()]).toEqual([0, 0]);
  });

  test('an answer that was lost does not double the card', async () => {
    const page = aPage();
    server.holding = [];
    page.put(card('หนึ่ง'));
    const again = reload(page);
    await settle();
    server.letGo();
    await settle();
    expect(server.got.map(({ id }) => id)).toHaveLength(2);
    expect([server.cards.size, again.waiting, stored()]).toEqual([1, 0, 0]);
  });

  test('is tried again by itself, ever more rarely', async () => {
    server.answers = Array.from({ length: 1_000 }, () => UNREACHABLE);
    aPage().put(card('หนึ่ง'));
    await minutes(1);
    const first = server.got.length;
    await minutes(1);
    expect(first).toBeGreaterThan(4);
    expect(server.got.length - first).toBeLessThan(9);
    expect(server.got.length - first).toBeGreaterThan(2);
  });
});

describe('refusals', () => {
  test('one that asks for patience keeps the card, and is given the time it asked for', async () => {
    server.answers = [refusal({ code: 'rate_limited', retry: true, after_ms: 30_000 })];
    const page = aPage();
    page.put(card('หนึ่ง'));
    await vi.advanceTimersByTimeAsync(29_000);
    page.put(card('สอง'));
    expect([server.got.length, page.waiting]).toEqual([1, 2]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(texts(server.cards.values())).toEqual(['หนึ่ง', 'สอง']);
  });

  test('a final one keeps the words with its reason, and lets the next card pass', async () => {
    const why = refusal({ code: 'no_cards_left', limit: 3 });
    server.answers = [why];
    const page = aPage();
    page.put(card('หนึ่ง'));
    page.put(card('สอง'));
    await settle();
    const [sent, refused] = page.entries;
    expect([sent?.state, refused?.state, refused?.refusal]).toEqual(['sent', 'refused', why]);
    expect(texts([refused!.command])).toEqual(['หนึ่ง']);
    expect(states(reload(page))).toEqual(['refused']);
  });

  test('a refused card goes again under a new id with other words, or is dismissed', async () => {
    server.answers = [refusal({ code: 'too_long', limit: 120 }), refusal({ code: 'empty' })];
    const page = aPage();
    const [long, empty] = [page.put(card('ยาว')), page.put(card(''))];
    await settle();
    page.again(long, { text: 'สั้น' });
    page.dismiss(empty);
    await settle();
    expect([texts(server.cards.values()), stored()]).toEqual([['สั้น'], 0]);
    expect(server.cards.has(long)).toBe(false);
  });

  test('one about the device keeps everything until the person has rejoined', async () => {
    server.answers = [refusal({ code: 'bad_token' })];
    const page = aPage();
    page.put(card('หนึ่ง'));
    await minutes(10);
    expect([server.got.length, states(page)]).toEqual([1, ['waiting']]);
    server.comesBack();
    await settle();
    expect(server.cards.size).toBe(1);
  });
});

describe('changing one’s mind', () => {
  test('a card that has not left is rewritten or withdrawn on the phone', async () => {
    server.holding = [];
    const page = aPage();
    page.put(card('หนึ่ง'));
    const [second, third] = [page.put(card('สอง')), page.put(card('สาม'))];
    page.edit(second, { text: 'สองใหม่', proposed: 'open' });
    page.withdraw(third);
    server.letGo();
    await settle();
    expect(texts(server.got)).toEqual(['หนึ่ง', 'สองใหม่']);
    expect(server.cards.get(second)).toMatchObject({ proposed: 'open', name: 'submit_card' });
  });

  test('a card that may have arrived is changed by a second command', async () => {
    server.answers = [UNREACHABLE];
    const page = aPage();
    const id = page.put(card('หนึ่ง'));
    await settle();
    page.edit(id, { text: 'หนึ่งใหม่' });
    page.edit(id, { text: 'หนึ่งใหม่กว่า' });
    server.comesBack();
    await settle();
    expect(texts(server.cards.values())).toEqual(['หนึ่ง', 'หนึ่งใหม่กว่า']);
  });

  test('withdrawing a card that may have arrived takes back its waiting edit as well', async () => {
    server.answers = [UNREACHABLE];
    const page = aPage();
    const id = page.put(card('หนึ่ง'));
    await settle();
    page.edit(id, { text: 'หนึ่งใหม่' });
    page.withdraw(id);
    server.comesBack();
    await settle();
    expect(texts(server.cards.values())).toEqual(['หนึ่ง', 'withdraw_card']);
  });
});

describe('two tabs', () => {
  const tellOtherTabs = () =>
    window.dispatchEvent(new StorageEvent('storage', { key: 'batkham:outbox:w:x' }));

  test('both show what either has written, and neither overwrites the other', async () => {
    server.answers = [UNREACHABLE, UNREACHABLE];
    const [one, other] = [aPage(), aPage()];
    one.put(card('จากแท็บหนึ่ง'));
    other.put(card('จากแท็บสอง'));
    tellOtherTabs();
    await settle();
    expect([one.waiting, other.waiting]).toEqual([2, 2]);
    server.comesBack();
    await settle();
    tellOtherTabs();
    expect(new Set(texts(server.cards.values()))).toEqual(new Set(['จากแท็บหนึ่ง', 'จากแท็บสอง']));
    expect([server.cards.size, one.waiting, other.waiting]).toEqual([2, 0, 0]);
  });

  test('a tab that was closed too early leaves its card to the other', async () => {
    const [one, other] = [aPage(), aPage()];
    server.answers = [UNREACHABLE];
    one.put(card('หนึ่ง'));
    tellOtherTabs();
    one.stop();
    await minutes(1);
    expect([texts(server.cards.values()), other.waiting]).toEqual([['หนึ่ง'], 0]);
  });
});

test('a private window says that cards last only as long as the page, and still sends them', async () => {
  const page = aPage();
  expect(page.persistent).toBe(true);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  server.answers = [UNREACHABLE];
  page.put(card('หนึ่ง'));
  await settle();
  expect([page.persistent, page.waiting]).toEqual([false, 1]);
  server.comesBack();
  await settle();
  expect([server.cards.size, page.waiting]).toEqual([1, 0]);
});
