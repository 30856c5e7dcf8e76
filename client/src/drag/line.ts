/** Shows where a drop would go: a line between two, or a frame with words around what it would be dropped on. */
import { cardsIn, itemsIn, type InColumn, type InGroup, type Onto, type Place } from './place';

const GAP_PX = 4;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export class DropMark {
  readonly #line = made('drop-line');
  readonly #frame = made('drop-onto');
  readonly #words = document.createElement('span');

  constructor() {
    this.#frame.append(this.#words);
  }

  show(place: Place | null, root: HTMLElement, says: (place: Onto) => string): void {
    const on = place?.kind === 'card' || place?.kind === 'head' ? place : null;
    const target = on && elementOf(root, on);
    this.#frame.hidden = !target;
    this.#line.hidden = true;
    if (on && target) {
      lay(this.#frame, target.getBoundingClientRect());
      this.#words.textContent = says(on);
    } else if (place && !on) this.#showLine(place as InColumn | InGroup, root);
  }

  remove(): void {
    this.#line.remove();
    this.#frame.remove();
  }

  #showLine(place: InColumn | InGroup, root: HTMLElement): void {
    const list = listOf(root, place);
    if (!list) return;
    this.#line.hidden = false;
    lay(this.#line, lineIn(list, place));
  }
}

function made(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  element.hidden = true;
  document.body.append(element);
  return element;
}

function lay(element: HTMLElement, { x, y, width, height }: Box): void {
  element.style.transform = `translate(${x}px, ${y}px)`;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

function elementOf(root: HTMLElement, { kind, id }: Onto): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-${kind}="${id}"]`);
}

function listOf(root: HTMLElement, place: InColumn | InGroup): HTMLElement | null {
  const marked =
    place.kind === 'group'
      ? `.bundle[data-item="${place.group}"]`
      : `[data-column="${place.column ?? ''}"]`;
  return root.querySelector<HTMLElement>(marked);
}

function lineIn(list: HTMLElement, place: InColumn | InGroup): Box {
  const inGroup = place.kind === 'group';
  const elements = inGroup ? cardsIn(list) : itemsIn(list);
  const idOf = (one: HTMLElement) => (inGroup ? one.dataset.card : one.dataset.item);
  const next = elements.find((one) => idOf(one) === place.before)?.getBoundingClientRect();
  const box = next ?? elements[elements.length - 1]?.getBoundingClientRect();
  if (box)
    return {
      x: box.left,
      y: next ? box.top - GAP_PX : box.bottom,
      width: box.width,
      height: GAP_PX,
    };
  const empty = (list.querySelector('[data-cards]') ?? list).getBoundingClientRect();
  return { x: empty.left, y: empty.top, width: empty.width, height: GAP_PX };
}
