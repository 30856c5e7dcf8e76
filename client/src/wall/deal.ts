/** Lays cards out for a projected screen: as large as they all fit, but never under the floor, where they page instead. */
import { pagesOfRows } from '../groups/pages';
import type { Row } from '../groups/rows';
import { heightsOf, type Sheet } from '../paging';
import { graphemes } from '../text';

/** In percent of the screen's height, from comfortable to what the last row can just read. */
export const SIZES_VH = [7.2, 6.4, 5.6, 5, 4.4];
export const FLOOR_VH = 4.4;
export const CARD_PADDING = '0.1em 0.45em';
/** A narrower column would cut common Thai words in two. */
const NARROWEST_EM = 8.5;
/** An address may fill a page by itself. */
const LONG_WORD = 20;

/** A card, the head of a group, or one part of a card that is too long for a page. */
export type Piece = Row & { isPart?: boolean };

export interface Room {
  width: number;
  height: number;
  gap: number;
  px: (vh: number) => number;
}

export interface Dealt {
  vh: number;
  /** Lists, their pages, and the pieces on them. */
  lists: Piece[][][];
}

/** Each list is a column of its own; all are written in one size. */
export function dealColumns(lists: readonly (readonly Row[])[], room: Room): Dealt {
  return largest(room, (sheet) => lists.map((rows) => pagesOfRows(piecesOf(rows, sheet), sheet)));
}

/** One list, several columns abreast: each page is a list of columns. */
export function dealAbreast(
  rows: readonly Row[],
  room: Room,
  abreast: number,
): { vh: number; pages: Piece[][][] } {
  const { vh, lists } = largest(room, (sheet) => [spread(piecesOf(rows, sheet), sheet, abreast)]);
  return { vh, pages: lists[0] ?? [] };
}

interface Sized<Pages> {
  vh: number;
  lists: Pages[];
}

function largest<Page extends (Piece | Piece[])[]>(
  room: Room,
  deal: (sheet: Sheet) => Page[][],
): Sized<Page[]> {
  for (const vh of sizesFor(room)) {
    const lists = deal(sheetOf(room, vh));
    if (vh === FLOOR_VH || lists.every(isWhole)) return { vh, lists };
  }
  return { vh: FLOOR_VH, lists: [] };
}

/** On one page, and no card in parts. */
function isWhole(pages: (Piece | Piece[])[][]): boolean {
  const pieces = pages.flat(2);
  return pages.length <= 1 && pieces.every(({ isPart }) => !isPart);
}

function sizesFor({ width, px }: Room): number[] {
  return SIZES_VH.filter((vh) => vh === FLOOR_VH || px(vh) * NARROWEST_EM <= width);
}

function sheetOf({ width, height, gap, px }: Room, vh: number): Sheet {
  return { width, height, gap, fontPx: px(vh), padding: CARD_PADDING };
}

/** Groups stay together: with any of them the page fills one column after the other. */
function spread(pieces: Piece[], sheet: Sheet, abreast: number): Piece[][][] {
  if (pieces.every(({ group }) => group === null)) return evenly(pieces, sheet, abreast);
  const columns = pagesOfRows(pieces, sheet);
  const pages: Piece[][][] = [];
  for (let at = 0; at < columns.length; at += abreast) pages.push(columns.slice(at, at + abreast));
  return pages;
}

/** Always onto the lowest stack, so that the page fills evenly and reads from left to right. */
function evenly(pieces: Piece[], sheet: Sheet, abreast: number): Piece[][][] {
  const heights = heightsOf(pieces, sheet);
  const emptyPage = () =>
    Array.from({ length: abreast }, () => ({ pieces: [] as Piece[], used: 0 }));
  const pages = [emptyPage()];
  pieces.forEach((piece, index) => {
    const height = Math.min(heights[index] ?? 0, sheet.height);
    let lowest = lowestOf(pages[pages.length - 1]!);
    if (lowest.used + height > sheet.height) {
      pages.push(emptyPage());
      lowest = pages[pages.length - 1]![0]!;
    }
    lowest.pieces.push(piece);
    lowest.used += height + sheet.gap;
  });
  return pages.map((stacks) => stacks.map((stack) => stack.pieces));
}

function lowestOf<Stack extends { used: number }>(stacks: Stack[]): Stack {
  return stacks.reduce((lowest, stack) => (stack.used < lowest.used ? stack : lowest));
}

function piecesOf(rows: readonly Row[], sheet: Sheet): Piece[] {
  const heights = heightsOf(rows, sheet);
  return rows.flatMap((row, index): Piece[] => {
    if ((heights[index] ?? 0) <= sheet.height) return [row];
    return parts(row, sheet).map((text, part) => {
      return { ...row, id: `${row.id}/${part}`, text, isPart: true };
    });
  });
}

/** A card higher than a page goes on on the next one; the dots say so. */
function parts(row: Row, sheet: Sheet): string[] {
  const fits = (part: string) => heightsOf([{ ...row, text: part }], sheet)[0]! <= sheet.height;
  const words = wordsOf(row.text);
  const found: string[] = [];
  while (words.length > 0) {
    const before = found.length > 0 ? '…' : '';
    if (fits(before + words.join(''))) return [...found, before + words.join('')];
    const count = most(words.length - 1, (n) => fits(`${before}${words.slice(0, n).join('')}…`));
    found.push(`${before}${words.splice(0, count).join('').trim()}…`);
  }
  return found;
}

/** The largest number up to `limit` that fits, at least 1. */
function most(limit: number, fits: (count: number) => boolean): number {
  let [low, high] = [1, limit];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function wordsOf(text: string): string[] {
  if (!('Segmenter' in Intl)) return text.split(/(?<=\s)/);
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment).flatMap((word) =>
    word.length > LONG_WORD ? graphemes(word) : [word],
  );
}
