/** บัตรของฉัน: every own card once, with where it is on its way. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BoardState } from '../src/board.svelte';
import { Outbox } from '../src/outbox.svelte';
import { ownCards } from '../src/outbox/ownCards';
import type { Outcome, OwnCard, OwnRecords } from '../src/wire';
import { FakeBoard } from './fakes/fakeBoard';

let answer: Outcome;
let screen: BoardState;
let outbox: Outbox;
let comeBack: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  answer = { ok: false, code: 'unreachable', retry: true };
  screen = new BoardState();
  screen.begin(new FakeBoard().hello({ audience: 'participant', mine: {} }));
  const onLive = (listener: () => void) => {
    comeBack = listener;
    return () => undefined;
  };
  outbox = new Outbox('w', { send: () => Promise.resolve(answer), onLive });
});
afterEach(() => {
  outbox.stop();
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const shown = () => ownCards(screen, outbox, 'board-1').map(({ text, state }) => [text, state]);
const write = (text: string, board = 'board-1') => outbox.put({ name: 'submit_card', board, text });

/** The server's frame about an own card. */
function tell(seq: number, id: string, text: string | null): void {
  const place = { board: 'board-1', proposed: null, neighbour: false, late: false };
  const card = { ...place, id, text: text ?? '', column: null, shown: false } satisfies OwnCard;
  const put = (text ? { [`mine:${id}`]: card } : {}) as unknown as OwnRecords;
  const mine = { put, drop: text ? [] : [`mine:${id}`] };
  screen.apply({ from: seq - 1, to: seq, put: {}, drop: [], events: [], mine });
}

test('a waiting card is shown, and a card of another board is not', async () => {
  write('หนึ่ง');
  write('อื่น', 'board-2');
  await settle();
  expect(shown()).toEqual([['หนึ่ง', 'waiting']]);
});

test('between the acknowledgement and the frame the card stays; it is never there twice', async () => {
  answer = { ok: true, seq: 1 };
  const id = write('หนึ่ง');
  await settle();
  expect([outbox.waiting, shown()]).toEqual([0, [['หนึ่ง', 'sent']]]);
  tell(1, id, 'หนึ่ง');
  expect(shown()).toEqual([['หนึ่ง', 'sent']]);
  tell(2, id, null);
  expect(shown()).toEqual([]);
});

test('cards stand in the order of writing, also when one frame brings them in another', async () => {
  answer = { ok: true, seq: 1 };
  const [first, second] = [write('หนึ่ง'), write('สอง')];
  await settle();
  tell(1, second, 'สอง');
  tell(2, first, 'หนึ่ง');
  expect(shown()).toEqual([
    ['หนึ่ง', 'sent'],
    ['สอง', 'sent'],
  ]);
});

test('a card whose acknowledgement was lost is shown as sent once the board has it', async () => {
  const id = write('หนึ่ง');
  await settle();
  tell(1, id, 'หนึ่ง');
  expect([outbox.waiting, shown()]).toEqual([1, [['หนึ่ง', 'sent']]]);
});

test('a waiting edit shows the new words; a refused one the words and what to do about them', async () => {
  tell(1, 'a', 'เดิม');
  outbox.edit('a', { text: 'ใหม่' });
  await settle();
  expect(shown()).toEqual([['ใหม่', 'waiting']]);
  answer = { ok: false, code: 'finished', retry: false };
  comeBack();
  await settle();
  const [refused] = ownCards(screen, outbox, 'board-1');
  expect([refused?.text, refused?.state, refused?.refusal]).toEqual(['ใหม่', 'refused', answer]);
  outbox.dismiss(refused!.entry!);
  expect(shown()).toEqual([['เดิม', 'sent']]);
});

test('a card that is being withdrawn says so until it is gone', async () => {
  tell(1, 'a', 'หนึ่ง');
  outbox.withdraw('a');
  await settle();
  expect(shown()).toEqual([['หนึ่ง', 'withdrawing']]);
  answer = { ok: true, seq: 2 };
  comeBack();
  await settle();
  expect(shown()).toEqual([]);
});
