/**
 * Splits a column into pages that fit the screen: what is projected never shrinks, it pages. Every screen measures for
 * itself and clamps the page all share.
 */
import { write } from './wholeWords';

export interface Sheet {
  /** Of one card, border to border. */
  width: number;
  /** Of the room a page has. */
  height: number;
  /** Between two cards. */
  gap: number;
  fontPx: number;
  /** Inside a card, in em. */
  padding: string;
}

export interface Words {
  id: string;
  text: string;
  starred?: boolean;
  /** How many cards it stands for, when there are others beneath it. */
  times?: number;
  /** The head of a group, or a card in one: written bold, or a little narrower. */
  look?: 'head' | 'member';
}

/** The cards' ids page by page, one empty page when there are none. A card higher than a page has one to itself. */
export function pagesOf(
  cards: readonly Words[],
  sheet: Sheet,
  heights = heightsOf(cards, sheet),
): string[][] {
  const pages: string[][] = [[]];
  let used = 0;
  cards.forEach((card, index) => {
    // A card higher than a page is cut to one: it never takes more.
    const height = Math.min(heights[index] ?? 0, sheet.height);
    const page = pages[pages.length - 1]!;
    const fits = page.length === 0 || used + sheet.gap + height <= sheet.height;
    used = fits && page.length > 0 ? used + sheet.gap + height : height;
    if (fits) page.push(card.id);
    else pages.push([card.id]);
  });
  return pages;
}

/** As many of the last cards as fit one page: where a new card has come in, those before it are seen with it. */
export function lastCards(
  cards: readonly Words[],
  sheet: Sheet,
  heights = heightsOf(cards, sheet),
): string[] {
  const backwards = pagesOf([...cards].reverse(), sheet, [...heights].reverse());
  return [...(backwards[0] ?? [])].reverse();
}

/** The page all share, as far as this column has one: a short column keeps showing its last page. */
export function clampPage(page: number, count: number): number {
  return Math.max(0, Math.min(page, count - 1));
}

/** Which page a card is on; -1 when it is on none. */
export function pageWith(pages: readonly string[][], card: string | null): number {
  return card === null ? -1 : pages.findIndex((page) => page.includes(card));
}

const known = new Map<string, number>();
const MOST_KNOWN = 20_000;

/** How high each card will be, by laying its words out unseen with the card's own padding. */
export function heightsOf(cards: readonly Words[], sheet: Sheet): number[] {
  const look = `${sheet.width}|${sheet.fontPx}|${sheet.padding}`;
  const keys = cards.map(
    (card) =>
      `${look}|${card.look ?? ''}|${card.starred ? '*' : ''}${card.times ? 'x' : ''}|${card.text}`,
  );
  const unknown = cards
    .map((card, index) => ({ card, key: keys[index]! }))
    .filter(({ key }) => !known.has(key));
  if (unknown.length > 0) measure(unknown, sheet);
  return keys.map((key) => known.get(key) ?? 0);
}

/** Forget every height: the letters have changed, as when the font has arrived. */
export function forgetHeights(): void {
  known.clear();
}

function measure(unknown: { card: Words; key: string }[], { width, fontPx, padding }: Sheet): void {
  if (known.size > MOST_KNOWN) forgetHeights();
  const bench = document.createElement('div');
  bench.lang = 'th';
  bench.setAttribute('aria-hidden', 'true');
  Object.assign(bench.style, {
    fontSize: `${fontPx}px`,
    left: '0',
    position: 'fixed',
    top: '0',
    visibility: 'hidden',
    width: `${width}px`,
  });
  const papers = unknown.map(({ card }) => bench.appendChild(paperOf(card, padding)));
  document.body.append(bench);
  unknown.forEach(({ key }, index) =>
    known.set(key, papers[index]!.getBoundingClientRect().height),
  );
  bench.remove();
}

/** As PaperCard draws it: the same padding, stripe, line height and place for the star. */
function paperOf(card: Words, padding: string): HTMLElement {
  const paper = document.createElement('div');
  Object.assign(paper.style, {
    borderLeft: 'var(--stripe) solid',
    boxSizing: 'border-box',
    lineHeight: 'var(--line-height)',
    overflowWrap: 'anywhere',
    padding,
    whiteSpace: 'pre-line',
  });
  if (card.look === 'head') Object.assign(paper.style, HEAD_LOOK);
  if (card.look === 'member') paper.style.marginLeft = MEMBER_INDENT;
  const room = marksRoom(card);
  if (room) paper.style.paddingRight = room;
  if (card.starred && card.times) paper.style.minHeight = BOTH_HEIGHT;
  write(paper, card.text);
  return paper;
}

/** As styles/bundle.css has them. */
const HEAD_LOOK = { borderLeft: '0', fontWeight: 'var(--bold)' };
const MEMBER_INDENT = '0.4em';

/** What a starred card keeps free at its right for the star. */
export const STAR_ROOM = '1.7em';
const HEAD_ROOM = '2.2em';
const TIMES_ROOM = '1.85em';
/** A star with a number under it takes two lines. */
export const BOTH_HEIGHT = '3em';

/** What a card or a head keeps free at its right for its star and its number; undefined: nothing. */
export function marksRoom({ starred, times, look }: Pick<Words, 'starred' | 'times' | 'look'>) {
  if (look === 'head') return HEAD_ROOM;
  if (times) return TIMES_ROOM;
  return starred ? STAR_ROOM : undefined;
}
