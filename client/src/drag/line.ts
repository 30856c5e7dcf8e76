/** The line that shows between which cards a drop would go. */
import { cardsIn, type Place } from './place';

const GAP_PX = 4;

export class DropLine {
  readonly #element = document.createElement('div');

  constructor() {
    this.#element.className = 'drop-line';
    this.#element.hidden = true;
    document.body.append(this.#element);
  }

  show(place: Place | null, root: HTMLElement): void {
    const column =
      place && root.querySelector<HTMLElement>(`[data-column="${place.column ?? ''}"]`);
    this.#element.hidden = !column;
    if (!column || !place) return;
    const { x, y, width, height } = lineIn(column, place.before);
    this.#element.style.transform = `translate(${x}px, ${y}px)`;
    this.#element.style.width = `${width}px`;
    this.#element.style.height = `${height}px`;
  }

  remove(): void {
    this.#element.remove();
  }
}

function lineIn(
  column: HTMLElement,
  before: string | null,
): { x: number; y: number; width: number; height: number } {
  const cards = cardsIn(column);
  const next = cards.find((card) => card.dataset.card === before)?.getBoundingClientRect();
  const last = cards[cards.length - 1]?.getBoundingClientRect();
  const box = next ?? last;
  if (box && column.dataset.flow === 'rows') {
    return {
      x: (next ? box.left : box.right) - GAP_PX / 2,
      y: box.top,
      width: GAP_PX,
      height: box.height,
    };
  }
  if (box)
    return {
      x: box.left,
      y: next ? box.top - GAP_PX : box.bottom,
      width: box.width,
      height: GAP_PX,
    };
  const empty = (column.querySelector('[data-cards]') ?? column).getBoundingClientRect();
  return { x: empty.left, y: empty.top, width: empty.width, height: GAP_PX };
}
