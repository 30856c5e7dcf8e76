/** What a phone makes of a card that it is told briefly. */
import { describe, expect, test } from 'vitest';
import { BoardState } from '../src/board.svelte';
import { wholeCard, wholeSpotlight } from '../src/board/short';
import { aCard } from './fakes/fakeBoard';

const before = aCard('a', { text: 'คำ', column: 'open', starred: true });

describe('a card told briefly', () => {
  test('has everything that was left out', () => {
    const card = wholeCard('a', { board: 'b', text: 'คำ', rank: '1' }, undefined);
    expect(card).toMatchObject({ id: 'a', column: null, group: null, starred: false, text: 'คำ' });
  });

  test('keeps the words it had, and nothing else', () => {
    const card = wholeCard('a', { rank: '2', column: 'close' }, before);
    expect(card).toMatchObject({
      text: 'คำ',
      board: before.board,
      column: 'close',
      starred: false,
    });
  });

  test('moves on the board', () => {
    const board = new BoardState();
    const greeting = { seq: 1, me: { role: 'participant' as const, workshop: 'w' }, now: '' };
    const card = { board: 'b', text: 'คำ', rank: '1' };
    board.begin({ ...greeting, audience: 'reader', snapshot: { 'card:a': card as never } });
    const put = { 'card:a': { rank: '2', column: 'open' } as never };
    board.apply({ from: 1, to: 2, put, drop: [], events: [] });
    expect([board.card('a')?.text, board.items('open', 'b')]).toEqual(['คำ', ['a']]);
  });
});

test('what is shown large is ordinary where nothing is said of it', () => {
  expect(wholeSpotlight({ reading: 'a' })).toEqual({
    reading: 'a',
    focus: null,
    view: 'board',
    page: 0,
  });
  expect(wholeSpotlight({ view: 'votes', page: 2 })).toMatchObject({ view: 'votes', page: 2 });
});
