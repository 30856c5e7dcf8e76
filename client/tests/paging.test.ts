import { describe, expect, test } from 'vitest';
import { clampPage, heightsOf, lastCards, pagesOf, pageWith, type Sheet } from '../src/paging';

const sheet: Sheet = { width: 300, height: 300, gap: 10, fontPx: 34, padding: '0.1em' };
const cards = (...ids: string[]) => ids.map((id) => ({ id, text: `บัตร ${id}` }));

describe('a column', () => {
  test('without cards has one empty page', () => {
    expect(pagesOf([], sheet)).toEqual([[]]);
  });

  test('turns the page when the next card would not fit, gaps included', () => {
    expect(pagesOf(cards('a', 'b', 'c', 'd'), sheet, [140, 150, 100, 190])).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(pagesOf(cards('a', 'b'), sheet, [145, 146])).toEqual([['a'], ['b']]);
  });

  test('gives a card higher than a page one to itself', () => {
    expect(pagesOf(cards('a', 'b', 'c'), sheet, [100, 900, 100])).toEqual([['a'], ['b'], ['c']]);
  });

  test('holds every card once, in order', () => {
    const many = cards(...Array.from({ length: 57 }, (_, index) => `${index}`));
    const heights = many.map((_, index) => 40 + ((index * 37) % 160));
    expect(pagesOf(many, sheet, heights).flat()).toEqual(many.map(({ id }) => id));
  });
});

test('the last cards are as many as fit with the newest', () => {
  expect(lastCards(cards('a', 'b', 'c', 'd'), sheet, [100, 90, 90, 90])).toEqual(['b', 'c', 'd']);
  expect(lastCards(cards('a', 'b'), sheet, [100, 900])).toEqual(['b']);
  expect(lastCards([], sheet)).toEqual([]);
});

test('a short column keeps showing its last page', () => {
  expect(clampPage(3, 2)).toBe(1);
  expect(clampPage(-1, 2)).toBe(0);
  expect(clampPage(5, 0)).toBe(0);
});

test('a card is found on its page', () => {
  expect(pageWith([['a'], ['b', 'c']], 'c')).toBe(1);
  expect(pageWith([['a']], 'z')).toBe(-1);
  expect(pageWith([['a']], null)).toBe(-1);
});

test('measuring leaves nothing on the page', () => {
  heightsOf(cards('a', 'b'), sheet);
  expect(document.body.childElementCount).toBe(0);
});
