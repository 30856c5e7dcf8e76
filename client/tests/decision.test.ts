/** What the room decides: when it is due, what is kept, what is missing, how far it has come. */
import { beforeEach, describe, expect, test } from 'vitest';
import { BoardState } from '../src/board.svelte';
import { balanceOf, lopsidedOf } from '../src/decision/balance';
import { isDay, quartersFrom, sayDue, sayDueShortly } from '../src/decision/due';
import { fiscalYear } from '../src/fiscalYear';
import { asksWith, howAsked, isRequired, moreFields, toldBesides } from '../src/decision/fields';
import { countKept, keptOf, missingOf } from '../src/decision/kept';
import { progressOf, statusOf } from '../src/decision/progress';
import { usualVote, votesEach, votesOnly } from '../src/facilitator/plan/voteNumbers';
import type { Ask, Board, Card, Decision, Group, Records } from '../src/wire';
import { language } from '../src/words/language.svelte';
import { aCard, FakeBoard } from './fakes/fakeBoard';

const both = (text: string) => ({ th: text, en: text });
const ask = (field: Ask['field'], column: string | null = null, required = false): Ask => ({
  field,
  column,
  required,
});

function aBoard(columns: string[], more: Partial<Board> = {}): Board {
  return {
    id: 'board-1',
    template: 'close-improve-open',
    title: '',
    question: 'งานใดควรปิด',
    columns: columns.map((id) => ({
      id,
      icon: 'square',
      colour: 'close',
      name: both(id),
      hint: both(''),
      starter: both(''),
    })),
    phase: 'sort',
    ...more,
  } as Board;
}

/** A screen that holds these cards, groups and decisions. */
function screenOf(
  board: Board,
  cards: Card[],
  decisions: Record<string, Omit<Decision, 'id'>> = {},
  groups: Group[] = [],
): BoardState {
  const server = new FakeBoard();
  const records: Records = { 'board:board-1': board };
  for (const group of groups) records[`group:${group.id}`] = group;
  for (const [id, told] of Object.entries(decisions)) records[`decision:${id}`] = { id, ...told };
  server.records = { ...server.records, ...records };
  server.put(...cards);
  const screen = new BoardState();
  screen.begin(server.hello());
  return screen;
}

const aGroup = (id: string, column: string, more: Partial<Group> = {}): Group => ({
  id,
  board: 'board-1',
  name: `กลุ่ม ${id}`,
  column,
  rank: 'V000abc',
  starred: false,
  ...more,
});

describe('when something is due', () => {
  beforeEach(() => language.speak('th', { remember: false }));

  test('a day is said in the Buddhist era', () => {
    expect(sayDue('2026-12-31')).toBe('31 ธ.ค. 2569');
    expect(sayDueShortly('2027-01-01')).toBe('1 ม.ค. 2570');
    expect(sayDue('')).toBe('');
  });

  test('a quarter belongs to a fiscal year', () => {
    expect(sayDue('2570-Q2')).toBe('ไตรมาส\u00a02 ปีงบประมาณ พ.ศ.\u00a02570');
    expect(sayDueShortly('2570-Q2')).toBe('ไตรมาส\u00a02/2570');
    expect([isDay('2570-Q2'), isDay('2026-12-31'), isDay('')]).toEqual([false, true, false]);
  });

  test('English counts years of the common era', async () => {
    await language.speak('en', { remember: false });
    expect(sayDueShortly('2570-Q2')).toBe('Q2/2027');
    expect(sayDue('2026-12-31')).toBe('31 Dec 2026');
  });

  test('the quarters of this year and the next are offered, and one that was chosen before', () => {
    const offered = quartersFrom(2570);
    expect([offered.length, offered[0], offered.at(-1)]).toEqual([8, '2570-Q1', '2571-Q4']);
    expect(quartersFrom(2570, '2568-Q4')[0]).toBe('2568-Q4');
    expect(quartersFrom(2570, '2571-Q1')).toEqual(offered);
    expect(quartersFrom(2570, '2026-12-31')).toEqual(offered);
  });

  test.each([
    ['2026-09-30T16:59:59Z', 2569],
    ['2026-09-30T17:00:00Z', 2570],
    ['2026-12-31T20:00:00Z', 2570],
    ['2027-09-30T00:00:00Z', 2570],
  ])('at %s the fiscal year is %i: it begins with October in Thailand', (now, year) =>
    expect(fiscalYear(new Date(now))).toBe(year),
  );
});

describe('what is asked about a decision', () => {
  const asks = [ask('why', 'close'), ask('owner', 'improve', true), ask('budget', 'open')];

  test('what the column asks comes first, a reason only where it is asked or given', () => {
    expect(moreFields(asks, 'close', undefined)[0]).toBe('why');
    expect(moreFields(asks, 'open', undefined)[0]).toBe('budget');
    expect(moreFields(asks, 'open', undefined)).not.toContain('why');
    expect(moreFields(asks, 'open', { id: 'a', why: 'ซ้ำซ้อน' })).toContain('why');
    expect(moreFields(asks, 'improve', undefined)).not.toContain('owner');
  });

  test('what is wanted in one column is not wanted in another', () => {
    expect(isRequired('owner', asks, 'improve')).toBe(true);
    expect(isRequired('owner', asks, 'close')).toBe(false);
    expect(isRequired('due', [ask('due', null, true)], 'close')).toBe(true);
  });

  test('the wording for the report is not told to the room', () => {
    expect(toldBesides({ id: 'a', report: 'ยุบรวม', note: 'ดูอีกที', owner: 'แผนงาน' })).toEqual([
      'note',
    ]);
  });

  test('a field is asked otherwise in one place, and everything else stays', () => {
    const changed = asksWith(asks, 'owner', 'improve', 'asked');
    expect(changed).toEqual([asks[0], ask('owner', 'improve'), asks[2]]);
    const more = asksWith(changed, 'owner', null, 'required');
    expect([howAsked(more, 'owner', null), howAsked(more, 'owner', 'improve')]).toEqual([
      'required',
      'asked',
    ]);
    expect(asksWith(more, 'owner', null, 'not')).toEqual(changed);
    expect(asksWith(changed, 'note', 'open', 'not')).toEqual(changed);
    expect(howAsked(asks, 'note', null)).toBe('not');
  });
});

describe('what the room keeps', () => {
  const board = aBoard(['close', 'improve'], {
    asks: [ask('owner', 'improve', true), ask('due', null, true)],
  });

  test('what was decided or starred, in the words of the report', () => {
    const cards = [
      aCard('a', { column: 'close' }),
      aCard('b', { column: 'improve', starred: true }),
      aCard('c', { column: 'improve' }),
    ];
    const screen = screenOf(board, cards, { a: { conclusion: 'ยุบรวม', report: 'ยุบรวมรายงาน' } });
    const kept = keptOf(screen, 'board-1');
    expect(kept.map(({ items }) => items.map(({ text }) => text))).toEqual([
      ['ยุบรวมรายงาน'],
      ['ใบ b'],
    ]);
    expect(countKept(kept)).toBe(2);
  });

  test('only a note is no decision yet, and groups stand in while nothing is chosen', () => {
    const cards = [aCard('a', { column: 'close', group: 'g' }), aCard('b', { column: 'close' })];
    const screen = screenOf(board, cards, { b: { note: 'ดูอีกที' } }, [aGroup('g', 'close')]);
    expect(keptOf(screen, 'board-1')[0]?.items.map(({ id }) => id)).toEqual(['g']);
  });

  test('a starred group stands for its cards, but not for one with a decision of its own', () => {
    const cards = ['a', 'b', 'c'].map((id) =>
      aCard(id, { column: 'close', group: 'g', starred: id !== 'c' }),
    );
    const groups = [aGroup('g', 'close', { starred: true })];
    const screen = screenOf(board, cards, { b: { owner: 'แผนงาน' } }, groups);
    expect(keptOf(screen, 'board-1')[0]?.items.map(({ id }) => id)).toEqual(['g', 'b']);
  });

  test('it reminds of what the template wants, column by column, until it is there', () => {
    const cards = [
      aCard('a', { column: 'close', starred: true }),
      aCard('b', { column: 'improve', starred: true }),
    ];
    expect(missingOf(screenOf(board, cards), 'board-1')).toEqual([
      { field: 'owner', count: 1, groups: false },
      { field: 'due', count: 2, groups: false },
    ]);
    const told = { a: { due: '2570-Q1' }, b: { owner: 'แผนงาน', due: '2026-12-31' } };
    expect(missingOf(screenOf(board, cards, told), 'board-1')).toEqual([]);
  });
});

describe('how far things have come', () => {
  const board = aBoard(['not-started', 'under-way', 'done', 'stuck'], { template: 'follow-up' });
  const cards = [
    aCard('a', { column: 'not-started' }),
    aCard('b', { column: 'under-way' }),
    aCard('c', { column: 'done' }),
    aCard('d', { column: 'stuck' }),
    aCard('e', { column: 'stuck' }),
  ];
  const screen = screenOf(board, cards, {
    d: { status: 'under_way' },
    e: { status: 'cancelled', status_note: 'งบหมด' },
  });

  test('the column says it, and what is cancelled stays so wherever it lies', () => {
    const told = cards.map(({ id, column }) => statusOf(screen, id, column ?? ''));
    expect(told).toEqual(['not_started', 'under_way', 'done', 'stuck', 'cancelled']);
  });

  test('every status is counted, and a column of another kind between what goes on and what is done', () => {
    expect(progressOf(screen, 'board-1').map(({ id, count }) => [id, count])).toEqual([
      ['not_started', 1],
      ['under_way', 1],
      ['stuck', 1],
      ['done', 1],
      ['cancelled', 1],
    ]);
  });

  test('a column without anything in it is no part of the chart', () => {
    const alone = screenOf(board, cards.slice(0, 1));
    expect(progressOf(alone, 'board-1').map(({ id }) => id)).not.toContain('stuck');
  });
});

describe('balance', () => {
  const lie = (column: string, count: number) =>
    Array.from({ length: count }, (_, at) => aCard(`${column}${at}`, { column }));
  const board = aBoard(['close', 'improve', 'open']);

  test.each([
    [{ close: 1, improve: 6, open: 1 }, 75],
    [{ close: 2, improve: 5, open: 2 }, undefined],
    [{ close: 0, improve: 7, open: 0 }, undefined],
  ])('%o is lopsided by %s', (counts, percent) => {
    const cards = Object.entries(counts).flatMap(([column, count]) => lie(column, count));
    expect(lopsidedOf(screenOf(board, cards), board)?.percent).toBe(percent);
  });

  test('more than six in ten that must be done are too many, and six are not', () => {
    const moscow = aBoard(['must', 'should', 'could', 'wont'], { template: 'moscow' });
    const rest = [...lie('should', 2), ...lie('could', 1), ...lie('wont', 1)];
    expect(lopsidedOf(screenOf(moscow, [...lie('must', 6), ...rest]), moscow)).toBeUndefined();
    const found = lopsidedOf(screenOf(moscow, [...lie('must', 7), ...rest]), moscow);
    expect([found?.column.id, found?.percent]).toEqual(['must', 64]);
  });

  test('one column alone is never lopsided', () => {
    const one = aBoard(['improve']);
    expect(lopsidedOf(screenOf(one, lie('improve', 20)), one)).toBeUndefined();
  });

  test('what is given up is weighed against what is begun', () => {
    const errc = aBoard(['eliminate', 'reduce', 'raise', 'create'], { template: 'errc' });
    const cards = [...lie('eliminate', 1), ...lie('reduce', 2), ...lie('create', 4)];
    expect(balanceOf(screenOf(errc, cards), errc)).toEqual({ saved: 3, taken: 4 });
    expect(balanceOf(screenOf(errc, []), errc)).toBeUndefined();
    const swot = aBoard(['strength'], { template: 'swot' });
    expect(balanceOf(screenOf(swot, lie('strength', 3)), swot)).toBeUndefined();
  });
});

describe('the numbers of a vote', () => {
  test('are the board’s own, without columns that are gone', () => {
    const vote = { on: 'cards', each: 4, most_on_one: 1, budgets: { close: 1, gone: 3 } } as const;
    const found = usualVote(aBoard(['close', 'open'], { vote }));
    expect(found).toEqual({ ...vote, budgets: { close: 1 } });
    expect(votesEach(found)).toBe(1);
  });

  test('stay for a vote where people place by themselves first', () => {
    const vote = { on: 'placing', each: 4, most_on_one: 1, budgets: {} } as const;
    expect(votesOnly(usualVote(aBoard(['close'], { vote })))).toEqual({ ...vote, on: 'groups' });
  });

  test('are the usual ones where the board has none', () => {
    const found = usualVote(aBoard(['close']));
    expect([found.on, votesEach(found), found.most_on_one]).toEqual(['groups', 5, 2]);
  });
});
