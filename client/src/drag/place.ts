/** Where what is held at a point would go. Reads the page, changes nothing. */

/** Between two others in a column; null: the inbox, and the end of the column. */
export interface InColumn {
  kind: 'column';
  column: string | null;
  before: string | null;
}
/** Among the cards of a group. */
export interface InGroup {
  kind: 'group';
  group: string;
  before: string | null;
}
/** On a card, to be one group with it; on the head of a group, to go into that group. */
export type Onto = { kind: 'card'; id: string } | { kind: 'head'; id: string };
export type Place = InColumn | InGroup | Onto;

export interface Point {
  x: number;
  y: number;
}

export interface Held {
  /** Cards and groups. */
  moving: ReadonlySet<string>;
  /** A whole group is among them: it goes on no card and into no place inside another group. */
  isGroup: boolean;
  /** What stands behind a card or a group, also where that is not on screen. */
  following: (item: string) => string | null;
}

/** The middle of a card is the target for grouping; what is above and below it, for standing in front or behind. */
const MIDDLE = { from: 0.3, to: 0.7 };
/** Above this part of a group's head a drop stands in front of the group. */
const HEAD_FROM = 0.3;

export function placeAt(root: HTMLElement, at: Point, held: Held): Place | null {
  const under = document.elementFromPoint(at.x, at.y);
  const column = under?.closest<HTMLElement>('[data-column]') ?? null;
  if (!under || !column || !root.contains(column)) return null;
  return onto(under, at, held) ?? inside(under, at, held) ?? between(column, at, held);
}

/** What stands in a column by itself: loose cards and groups. */
export function itemsIn(column: HTMLElement): HTMLElement[] {
  return [...column.querySelectorAll<HTMLElement>('[data-item]')];
}

export function cardsIn(bundle: HTMLElement): HTMLElement[] {
  return [...bundle.querySelectorAll<HTMLElement>('[data-card]')];
}

function onto(under: Element, at: Point, { moving, isGroup }: Held): Onto | null {
  const head = under.closest<HTMLElement>('[data-head]');
  const group = head?.dataset.head;
  if (head && group !== undefined && !moving.has(group) && part(head, at) > HEAD_FROM)
    return { kind: 'head', id: group };
  const card = under.closest<HTMLElement>('[data-card]');
  const id = card?.dataset.card;
  if (!card || id === undefined || isGroup || moving.has(id) || bundleOf(card)) return null;
  const height = part(card, at);
  return height >= MIDDLE.from && height <= MIDDLE.to ? { kind: 'card', id } : null;
}

function inside(under: Element, at: Point, { moving, isGroup, following }: Held): InGroup | null {
  const bundle = bundleOf(under);
  const group = bundle?.dataset.item;
  if (!bundle || group === undefined || isGroup || under.closest('[data-head]')) return null;
  const before = nextAt(cardsIn(bundle), at, undefined, 'card', following);
  return { kind: 'group', group, before: staying(before, moving, following) };
}

function between(column: HTMLElement, at: Point, { moving, following }: Held): InColumn {
  const before = nextAt(itemsIn(column), at, column.dataset.flow, 'item', following);
  return {
    kind: 'column',
    column: column.dataset.column || null,
    before: staying(before, moving, following),
  };
}

function bundleOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>('.bundle[data-item]');
}

function part(element: HTMLElement, at: Point): number {
  const box = element.getBoundingClientRect();
  return box.height > 0 ? (at.y - box.top) / box.height : 0;
}

function nextAt(
  elements: HTMLElement[],
  at: Point,
  flow: string | undefined,
  name: 'card' | 'item',
  following: (item: string) => string | null,
): string | null {
  const next = elements[firstBehind(elements, at, flow)];
  if (next) return next.dataset[name] ?? null;
  // Behind the last one on screen there may be more of them on the next page.
  const last = elements[elements.length - 1]?.dataset[name];
  return last === undefined ? null : following(last);
}

/** The index of the first one that stands behind the point; a search by halves, as a column may hold hundreds. */
function firstBehind(elements: HTMLElement[], at: Point, flow: string | undefined): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(elements[middle]!.getBoundingClientRect(), at, flow)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isBehind(box: DOMRect, at: Point, flow: string | undefined): boolean {
  const above = at.y < (box.top + box.bottom) / 2;
  return flow === 'columns' ? at.x < box.left || (at.x <= box.right && above) : above;
}

/** What moves itself is no place to stand in front of: the first one behind it that stays is. */
function staying(
  item: string | null,
  moving: ReadonlySet<string>,
  following: (item: string) => string | null,
): string | null {
  let it = item;
  while (it !== null && moving.has(it)) it = following(it);
  return it;
}
