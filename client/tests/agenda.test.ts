import { describe, expect, test } from 'vitest';
import { asColumns, draftsOf, isReady, oneMore } from '../src/facilitator/agenda/columns';
import { behind, following, preceding } from '../src/facilitator/agenda/course';
import { setUpsOf, type Template } from '../src/template';
import type { AgendaStep, Column } from '../src/wire';

const NINE = Date.parse('2026-11-22T02:00:00.000Z');
const at = (minutes: number) => new Date(NINE + minutes * 60_000).toISOString();
const step = (board: string, more: Partial<AgendaStep> = {}): AgendaStep => ({
  board,
  title: board,
  minutes: 30,
  break_minutes: 0,
  started_at: null,
  ended_at: null,
  skipped: false,
  ...more,
});
const both = (text: string) => ({ th: text, en: `${text} in English` });
const COLUMN: Column = {
  id: 'close',
  icon: 'square',
  colour: 'close',
  name: both('ปิด'),
  hint: both('เลิก'),
  starter: both(''),
};

describe('the way through the agenda', () => {
  const steps = [step('one'), step('two', { skipped: true }), step('three')];
  test('passes over what is skipped, both ways', () => {
    expect(following(steps, 'one')?.board).toBe('three');
    expect(preceding(steps, 'three')?.board).toBe('one');
    expect(following(steps, 'three')).toBeUndefined();
    expect(preceding(steps, 'one')).toBeUndefined();
  });
});

describe('the plan against the clock', () => {
  const steps = [
    step('one', { started_at: at(0), ended_at: at(36) }),
    step('two', { started_at: at(36) }),
    step('three'),
  ];
  test.each([
    [40, 6],
    [66, 6],
    [70, 10],
  ])('after %i minutes it is %i behind', (now, late) =>
    expect(behind(steps, 'two', NINE + now * 60_000)).toBe(late),
  );
  test('counts a break that was planned', () => {
    const first = step('one', { started_at: at(0), break_minutes: 15 });
    expect(behind([first, step('two', { started_at: at(45) })], 'two', NINE + 50 * 60_000)).toBe(0);
  });
  test('is ahead when a board was left early', () => {
    const early = [step('one', { started_at: at(0) }), step('two', { started_at: at(20) })];
    expect(behind(early, 'two', NINE + 25 * 60_000)).toBe(-10);
  });
  test('says nothing without a plan, before the beginning, and on another day', () => {
    expect(behind([step('one', { minutes: 0, started_at: at(0) })], 'one', NINE)).toBeNull();
    expect(behind([step('one')], 'one', NINE)).toBeNull();
    expect(behind([step('one', { started_at: at(0) })], 'one', NINE + 86_400_000)).toBeNull();
  });
});

describe('columns while they are edited', () => {
  test('keep both languages where nothing was changed', () => {
    expect(asColumns(draftsOf([COLUMN]), [COLUMN])).toEqual([COLUMN]);
  });
  test('say the new word in both languages', () => {
    const [draft] = draftsOf([COLUMN]);
    const [changed] = asColumns([{ ...draft!, name: 'หยุด' }], [COLUMN]);
    expect(changed?.name).toEqual({ th: 'หยุด', en: 'หยุด' });
    expect(changed?.hint).toEqual(COLUMN.hint);
  });
  test('get a colour, a shape and an id of their own', () => {
    const drafts = draftsOf([COLUMN]);
    const added = oneMore(drafts);
    expect([added.colour, added.icon]).toEqual(['improve', 'arrow-up']);
    expect(added.id).toMatch(/^[a-z0-9-]{1,32}$/);
    expect(isReady([...drafts, added])).toBe(true);
    expect(isReady([{ ...added, name: ' ' }])).toBe(false);
  });
});

test('a template speaks the language and the year of the workshop', () => {
  const board = { title: both('ชื่อ'), question: { th: 'ปี {year}', en: 'Year {year}' } };
  const template = { id: 'aar', boards: [board] } as unknown as Template;
  expect(setUpsOf(template, 'th', 2570)[0]).toMatchObject({ template: 'aar', question: 'ปี 2570' });
  expect(setUpsOf(template, 'en', 2570)[0]).toMatchObject({ question: 'Year 2027' });
});
