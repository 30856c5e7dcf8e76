/** Rules that both sides know: the server wrote what it makes of these examples, see tests/test_same_rules.py. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BoardState } from '../src/board.svelte';
import { wholeCard, wholeSpotlight } from '../src/board/short';
import { keptOf } from '../src/decision/kept';
import { STATUSES } from '../src/decision/progress';
import { PHASES, showsCards } from '../src/facilitator/phases';
import { fiscalYear } from '../src/fiscalYear';
import * as limits from '../src/limits';
import { cut, roughGraphemes, visibleLength } from '../src/text';
import type { Phase, Records, Spotlight } from '../src/wire';
import { longDate } from '../src/words/dates';
import { aCard } from './fakes/fakeBoard';

interface SameRules {
  limits: Record<string, number>;
  phases: Phase[];
  phases_that_show_cards: Phase[];
  statuses: string[];
  words_of_a_card: string[];
  ordinary_spotlight: Spotlight;
  seen: [text: string, characters: number][];
  cut_to_two: [text: string, two: string][];
  fiscal_years: [moment: string, year: number][];
  dates: [moment: string, day: string][];
  kept: { records: Records; told: [column: string, text: string][] }[];
}

const FILE = resolve(import.meta.dirname, '../../tests/same_rules.json');
const server = JSON.parse(readFileSync(FILE, 'utf8')) as SameRules;

test('as much of everything fits as the server takes', () => {
  expect({ ...limits }).toEqual(server.limits);
});

test('a board goes through the same phases, and shows its cards in the same ones', () => {
  expect(PHASES).toEqual(server.phases);
  expect(PHASES.filter(showsCards).sort()).toEqual(server.phases_that_show_cards);
});

test('what was decided has come as far', () => {
  expect(STATUSES).toEqual(server.statuses);
});

test('the same words are kept of a card that is told briefly', () => {
  const before = aCard('a', { text: 'คำ', board: 'board-9', proposed: 'open', starred: true });
  const whole = wholeCard('a', { rank: '2' }, before);
  const kept = Object.entries(before).filter(
    ([field, value]) => value && whole[field as keyof typeof whole] === value,
  );
  expect(kept.map(([field]) => field).sort()).toEqual(['id', ...server.words_of_a_card].sort());
});

test('the same is ordinary of what is shown large', () => {
  expect(wholeSpotlight({})).toEqual(server.ordinary_spotlight);
});

describe('people count what they see', () => {
  test.each(server.seen)('%j', (text, characters) => {
    expect(visibleLength(text)).toBe(characters);
    expect(roughGraphemes(text.normalize('NFC'))).toHaveLength(characters);
  });

  test.each(server.cut_to_two)('%j is cut to two', (text, two) => expect(cut(text, 2)).toBe(two));
});

test.each(server.fiscal_years)('%s is in the fiscal year %i', (moment, year) =>
  expect(fiscalYear(new Date(moment))).toBe(year),
);

test.each(server.dates)('%s is %s in Thailand', (moment, day) =>
  expect(longDate(moment, 'th').replace('พ.ศ. ', '')).toContain(day),
);

test.each(server.kept)('the room keeps the same of a board', ({ records, told }) => {
  const board = new BoardState();
  board.begin({
    seq: 1,
    me: { role: 'wall', workshop: 'w', key: 'k' },
    now: '',
    audience: 'wall',
    snapshot: records,
  });
  const kept = keptOf(board, 'board-1').flatMap(({ column, items }) =>
    items.map(({ text }) => [column.id, text]),
  );
  expect(kept).toEqual(told);
});
