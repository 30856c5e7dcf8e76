/** Where in which column a card held at a point would go. Reads the page, changes nothing. */
export interface Place {
  /** null: the inbox. */
  column: string | null;
  /** The card to stand in front of; null: the end of the column. */
  before: string | null;
}

export interface Point {
  x: number;
  y: number;
}

export function placeAt(
  root: HTMLElement,
  at: Point,
  moving: ReadonlySet<string>,
  following: (card: string) => string | null,
): Place | null {
  const column = columnAt(root, at);
  if (!column) return null;
  const cards = cardsIn(column);
  const next = cards[firstBehind(cards, at, column.dataset.flow)];
  const last = cards[cards.length - 1];
  // Behind the last card on screen there may be more of them on the next page.
  const before = next ? idOf(next) : last ? following(idOf(last)) : null;
  return { column: column.dataset.column || null, before: notMoving(before, moving, following) };
}

export function cardsIn(column: HTMLElement): HTMLElement[] {
  return [...column.querySelectorAll<HTMLElement>('[data-card]')];
}

function columnAt(root: HTMLElement, at: Point): HTMLElement | null {
  const under = document.elementFromPoint(at.x, at.y);
  const column = under?.closest<HTMLElement>('[data-column]') ?? null;
  return column && root.contains(column) ? column : null;
}

/** The index of the first card that stands behind the point; a search by halves, as a column may hold hundreds. */
function firstBehind(cards: HTMLElement[], at: Point, flow: string | undefined): number {
  let low = 0;
  let high = cards.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(cards[middle]!.getBoundingClientRect(), at, flow)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isBehind(box: DOMRect, at: Point, flow: string | undefined): boolean {
  if (flow === 'rows')
    return at.y < box.top || (at.y < box.bottom && at.x < (box.left + box.right) / 2);
  const above = at.y < (box.top + box.bottom) / 2;
  return flow === 'columns' ? at.x < box.left || (at.x <= box.right && above) : above;
}

/** A moving card is no place to stand in front of: the first one behind it that stays is. */
function notMoving(
  card: string | null,
  moving: ReadonlySet<string>,
  following: (card: string) => string | null,
): string | null {
  let it = card;
  while (it !== null && moving.has(it)) it = following(it);
  return it;
}

function idOf(card: HTMLElement): string {
  return card.dataset.card ?? '';
}
