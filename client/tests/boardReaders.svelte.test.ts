/** Who is woken by a change: at 2,000 cards only those who read what changed. */
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { BoardState } from '../src/board.svelte';
import { aCard, FakeBoard } from './fakes/fakeBoard';

const MANY = 2_000;

/** Runs `read` as a component would, and counts how often it had to. */
function reader(read: () => unknown): { runs: number; stop: () => void } {
  const counted = { runs: 0 };
  const stop = $effect.root(() => {
    $effect(() => {
      read();
      counted.runs += 1;
    });
  });
  flushSync();
  return Object.assign(counted, { stop });
}

function aFullBoard(): { server: FakeBoard; screen: BoardState } {
  const server = new FakeBoard();
  const ids = Array.from({ length: MANY }, (_, n) => `card-${n}`);
  server.put(...ids.map((id) => aCard(id, { column: 'open', rank: id })));
  const screen = new BoardState();
  screen.begin(server.hello());
  return { server, screen };
}

test('new words on one card wake that card alone, and no order', () => {
  const { server, screen } = aFullBoard();
  const [one, other] = [reader(() => screen.card('card-7')), reader(() => screen.card('card-8'))];
  const order = reader(() => screen.column('open'));
  server.put(aCard('card-7', { column: 'open', rank: 'card-7', text: 'แก้แล้ว' }));
  flushSync(() => screen.apply(server.changes(1)));
  expect([one.runs, other.runs, order.runs]).toEqual([2, 1, 1]);
  [one, other, order].forEach(({ stop }) => stop());
});

test('a move wakes the card and the two places, not the third', () => {
  const { server, screen } = aFullBoard();
  const card = reader(() => screen.card('card-7'));
  const places = ['open', 'close', 'improve'].map((id) => reader(() => screen.column(id)));
  server.put(aCard('card-7', { column: 'close', rank: 'card-7' }));
  flushSync(() => screen.apply(server.changes(1)));
  expect(screen.column('close')).toEqual(['card-7']);
  const before = [card, ...places].map(({ runs }) => runs);
  server.put(aCard('card-7', { column: 'open', rank: 'card-7' }));
  flushSync(() => screen.apply(server.changes(2)));
  const woken = [card, ...places].map(({ runs }, n) => runs - before[n]!);
  expect(woken).toEqual([1, 1, 1, 0]);
  [card, ...places].forEach(({ stop }) => stop());
});

test('a reconnect that brings the same board wakes nobody', () => {
  const { server, screen } = aFullBoard();
  const readers = [reader(() => screen.card('card-7')), reader(() => screen.column('open'))];
  flushSync(() => screen.begin(structuredClone(server.hello())));
  expect(readers.map(({ runs }) => runs)).toEqual([1, 1]);
  readers.forEach(({ stop }) => stop());
});

test('who waits for a card that is not there yet hears when it comes, goes and comes back', () => {
  const { server, screen } = aFullBoard();
  let text: string | undefined;
  const waiting = reader(() => (text = screen.card('late')?.text));
  server.put(aCard('late'));
  flushSync(() => screen.apply(server.changes(1)));
  expect(text).toBe('ใบ late');
  server.drop('late');
  flushSync(() => screen.apply(server.changes(2)));
  expect(text).toBeUndefined();
  server.put(aCard('late'));
  flushSync(() => screen.apply(server.changes(3)));
  expect(text).toBe('ใบ late');
  waiting.stop();
});
