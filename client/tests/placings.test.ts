/** What everybody placed by themselves: what they differ on comes first, and a phone keeps what it was told. */
import { beforeEach, describe, expect, test } from 'vitest';
import { BoardState } from '../src/board.svelte';
import { Placings } from '../src/phone/plan/placings.svelte';
import { placings } from '../src/stage/placings';
import type { Audience, Board, Marks, Vote } from '../src/wire';
import { aCard, FakeBoard } from './fakes/fakeBoard';

const both = (text: string) => ({ th: text, en: text });
const BOARD = {
  id: 'board-1',
  columns: ['must', 'should', 'could'].map((id) => ({ id, name: both(id) })),
} as unknown as Board;

function placedBy(tallies: Marks, hands: Marks = {}, audience: Audience = 'facilitator') {
  const server = new FakeBoard();
  const vote: Vote = {
    id: 'v',
    board: 'board-1',
    on: 'placing',
    each: 1,
    most_on_one: 1,
    budgets: {},
    status: 'shown',
    tallies,
    hands,
  };
  server.records = { ...server.records, 'board:board-1': BOARD, 'vote:v': vote };
  server.put(...['a', 'b', 'c', 'd'].map((id) => aCard(id, id === 'c' ? { column: 'must' } : {})));
  const screen = new BoardState();
  screen.begin(server.hello({ audience }));
  return placings(screen, vote);
}

describe('placings', () => {
  test('what the room differs on most comes first, and last what nobody placed', () => {
    const found = placedBy({
      'a:must': 9,
      'a:could': 1,
      'b:must': 5,
      'b:should': 5,
      'c:must': 3,
      'c:could': 2,
    });
    expect(found.map(({ id, agreement, most }) => [id, agreement, most])).toEqual([
      ['b', 'apart', null],
      ['c', 'partly', 'must'],
      ['a', 'agreed', 'must'],
      ['d', 'nobody', null],
    ]);
    expect(found.map(({ column }) => column)).toEqual([null, 'must', null, null]);
  });

  test('raised hands weigh as much as phones and are told apart', () => {
    const [first] = placedBy({ 'a:must': 2 }, { 'a:could': 3 });
    expect(first?.most).toBe('could');
    expect(first?.choices).toEqual([
      { column: 'must', count: 2, hands: 0 },
      { column: 'should', count: 0, hands: 0 },
      { column: 'could', count: 3, hands: 3 },
    ]);
  });

  test('the private desk lists only what was placed, for it knows hidden cards', () => {
    expect(placedBy({ 'a:must': 1 }, {}, 'inbox').map(({ id }) => id)).toEqual(['a']);
  });
});

describe('a phone', () => {
  beforeEach(() => localStorage.clear());

  test('places once, takes back by the same tap, and still knows after a reload', () => {
    const mine = new Placings('v', 'w', () => ({}));
    mine.put('a', 'must');
    mine.put('b', 'must');
    mine.put('b', 'could');
    mine.put('a', 'must');
    expect(new Placings('v', 'w', () => ({})).marks(['a', 'b'])).toEqual({ 'b:could': 1 });
  });

  test('has what the server heard of a group that took another in, until it says otherwise', () => {
    const mine = new Placings('v', 'w', () => ({ 'group:should': 1 }));
    mine.put('gone', 'must');
    expect(mine.marks(['group'])).toEqual({ 'group:should': 1 });
    mine.put('group', 'should');
    expect(mine.marks(['group'])).toEqual({});
  });
});
