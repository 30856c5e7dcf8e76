/** Groups as rows and pages: nothing lost, nothing doubled, no head alone. */
import { describe, expect, test } from 'vitest';
import { pageOf, pagesOfRows } from '../src/groups/pages';
import { runsOf, type Row } from '../src/groups/rows';
import type { Sheet } from '../src/paging';
import { luckOf } from './fakes/random';

const sheet: Sheet = { width: 300, height: 300, gap: 10, fontPx: 34, padding: '0.1em' };
const loose = (id: string): Row => ({ id, text: id, card: id, group: null });
const head = (id: string): Row => ({ id, text: id, look: 'head', card: null, group: id });
const member = (id: string, group: string): Row => ({
  id,
  text: id,
  look: 'member',
  card: id,
  group,
});

const ids = (pages: Row[][]) => pages.map((page) => page.map(({ id }) => id));

describe('a column with groups', () => {
  test('never leaves a head alone at the foot of a page', () => {
    const rows = [loose('a'), head('G'), member('b', 'G'), member('c', 'G')];
    expect(ids(pagesOfRows(rows, sheet, [200, 50, 60, 60]))).toEqual([['a'], ['G', 'b', 'c']]);
  });

  test('tells the head again where its group goes on', () => {
    const rows = [head('G'), member('a', 'G'), member('b', 'G'), member('c', 'G')];
    const pages = pagesOfRows(rows, sheet, [50, 110, 110, 110]);
    expect(ids(pages)).toEqual([
      ['G', 'a', 'b'],
      ['G/2', 'c'],
    ]);
    expect(pages[1]![0]).toMatchObject({ goesOn: true, group: 'G' });
  });

  test('a group whose cards fill a page each still shows every card', () => {
    const rows = [head('G'), member('a', 'G'), member('b', 'G')];
    expect(ids(pagesOfRows(rows, sheet, [80, 900, 900]))).toEqual([['G'], ['a'], ['b']]);
  });

  test('finds the page of a card and of a group', () => {
    const pages = [[head('G'), member('a', 'G')], [loose('b')]];
    expect([pageOf(pages, 'a'), pageOf(pages, 'b'), pageOf(pages, 'G')]).toEqual([0, 1, 0]);
    expect([pageOf(pages, 'z'), pageOf(pages, null)]).toEqual([-1, -1]);
  });

  test('holds every card once, in order, however high they are', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const draw = luckOf(seed);
      const rows = Array.from({ length: 12 }, (_, group) =>
        draw() < 0.5
          ? [loose(`${group}`)]
          : [
              head(`G${group}`),
              ...['x', 'y', 'z'].map((id) => member(`${group}${id}`, `G${group}`)),
            ],
      ).flat();
      const heights = rows.map(() => 30 + Math.floor(draw() * 110));
      const pages = pagesOfRows(rows, sheet, heights);
      const cards = pages.flat().filter(({ card }) => card !== null);
      expect(cards).toEqual(rows.filter(({ card }) => card !== null));
      for (const page of pages) expect(page.at(-1)?.look).not.toBe('head');
    }
  });
});

test('what belongs together is drawn as one', () => {
  const runs = runsOf([
    loose('a'),
    head('G'),
    member('b', 'G'),
    loose('c'),
    head('H'),
    member('d', 'H'),
  ]);
  expect(runs.map(({ group, cards }) => [group, cards.length])).toEqual([
    [null, 1],
    ['G', 1],
    [null, 1],
    ['H', 1],
  ]);
});
