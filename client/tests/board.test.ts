/** A screen holds what the server holds, whatever the network did to the frames. */
import { describe, expect, test } from 'vitest';
import { BoardState } from '../src/board.svelte';
import type { Changes, Hello } from '../src/wire';
import { aCard, COLUMNS, FakeBoard } from './fakes/fakeBoard';
import { luckOf, pick } from './fakes/random';

function screenOf(server: FakeBoard): BoardState {
  const screen = new BoardState();
  screen.begin(server.hello());
  return screen;
}

describe('the one rule of numbers', () => {
  test('a frame that continues what the screen holds is applied', () => {
    const server = new FakeBoard();
    const screen = screenOf(server);
    server.put(aCard('a', { column: 'open' }));
    expect(screen.apply(server.changes(0))).toBe('applied');
    expect([screen.seq, screen.column('open')]).toEqual([1, ['a']]);
  });

  test('a frame that the screen has already is ignored, also when it says otherwise', () => {
    const server = new FakeBoard();
    server.put(aCard('a'));
    const screen = screenOf(server);
    const stale = { ...server.changes(0), put: { 'card:a': aCard('a', { text: 'เก่า' }) } };
    expect(screen.apply(stale)).toBe('ignored');
    expect(screen.card('a')?.text).toBe('ใบ a');
  });

  test('a frame that overlaps is applied, and tells only of what is new', () => {
    const server = new FakeBoard();
    server.put(aCard('a'));
    const screen = screenOf(server);
    const heard: number[] = [];
    screen.onEvents((events) => heard.push(...events.map((event) => event.seq)));
    server.put(aCard('b'));
    expect(screen.apply(server.changes(0, 2))).toBe('applied');
    expect([heard, screen.inbox]).toEqual([[2], ['a', 'b']]);
  });

  test('a frame after a lost one changes nothing and says so', () => {
    const server = new FakeBoard();
    const screen = screenOf(server);
    server.put(aCard('a'));
    server.put(aCard('b'));
    expect(screen.apply(server.changes(1))).toBe('gap');
    expect([screen.seq, screen.inbox]).toEqual([0, []]);
  });

  test('a snapshot that is older than the screen is ignored, unless it begins a connection', () => {
    const server = new FakeBoard();
    const old = server.hello();
    server.put(aCard('a'));
    const screen = screenOf(server);
    expect(screen.apply(old)).toBe('ignored');
    expect(screen.inbox).toEqual(['a']);
    screen.begin(old);
    expect([screen.seq, screen.inbox]).toEqual([0, []]);
  });

  test('another view replaces everything; its changes alone cannot', () => {
    const server = new FakeBoard();
    server.put(aCard('a'));
    const screen = screenOf(server);
    expect(screen.apply(server.news(0, { audience: 'inbox' }))).toBe('gap');
    const parked = { 'card:a': aCard('a', { parked: true }) };
    screen.apply(server.hello({ audience: 'inbox', snapshot: { ...server.records, ...parked } }));
    expect([screen.audience, screen.inbox, screen.parked]).toEqual(['inbox', [], ['a']]);
  });
});

describe('order and place', () => {
  test('a column is in order of rank, then id, as plain ASCII', () => {
    const server = new FakeBoard();
    const rank = (id: string, rank: string) => aCard(id, { rank, column: 'open' });
    server.put(rank('b', 'V1'), rank('a', 'V1'), rank('c', 'Va'), rank('d', 'VZ'), rank('e', 'V'));
    expect(screenOf(server).column('open')).toEqual(['e', 'a', 'b', 'd', 'c']);
  });

  test('parked and late cards lie apart from the columns and the inbox', () => {
    const server = new FakeBoard();
    server.put(aCard('a', { column: 'open', parked: true }), aCard('b', { late: true }));
    const screen = screenOf(server);
    expect([screen.column('open'), screen.inbox]).toEqual([[], []]);
    expect([screen.parked, screen.late]).toEqual([['a'], ['b']]);
  });
});

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'every screen converges under lost, doubled and reordered frames (seed %i)',
  (seed) => {
    const luck = luckOf(seed);
    const server = new FakeBoard();
    const screen = screenOf(server);
    let onTheWay: Changes[] = [];
    let told = 0;
    for (let turn = 0; turn < 150; turn++) {
      play(server, luck);
      if (luck() < 0.5) continue;
      onTheWay.push(server.changes(told));
      told = server.seq;
      if (luck() < 0.2) onTheWay.push(onTheWay[0]!);
      if (luck() < 0.2) onTheWay.reverse();
      if (luck() < 0.3) continue;
      for (const frame of onTheWay.filter(() => luck() > 0.2))
        if (screen.apply(frame) === 'gap') screen.apply(catchUp(server, screen, luck));
      onTheWay = [];
    }
    screen.apply(catchUp(server, screen, luck));
    expectSame(screen, server);
  },
);

function play(server: FakeBoard, luck: () => number): void {
  const id = `card-${Math.floor(luck() * 40)}`;
  if (luck() < 0.1) return server.drop(id);
  const column = luck() < 0.3 ? null : pick(COLUMNS, luck);
  const rank = Math.floor(luck() * 1e6).toString(36);
  server.put(aCard(id, { column, rank, parked: luck() < 0.1, text: `${rank} ความคิด` }));
}

function catchUp(server: FakeBoard, { seq }: BoardState, luck: () => number): Hello {
  return luck() < 0.5 ? server.hello() : server.news(seq);
}

function expectSame(screen: BoardState, server: FakeBoard): void {
  const cards = Object.values(server.records).filter((record) => 'rank' in record);
  for (const card of cards) expect(screen.card(card.id)).toEqual(card);
  for (const column of COLUMNS) {
    const there = cards.filter((card) => card.column === column && !card.parked);
    const inOrder = there.sort((a, b) => (a.rank + ' ' + a.id < b.rank + ' ' + b.id ? -1 : 1));
    expect(screen.column(column)).toEqual(inOrder.map((card) => card.id));
  }
  const listed = [...COLUMNS].flatMap((column) => screen.column(column));
  expect([...listed, ...screen.inbox, ...screen.parked]).toHaveLength(cards.length);
}
