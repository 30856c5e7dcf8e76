/** The copy of a card that follows the pointer. It belongs to no list and takes no events. */
import type { Point } from './place';

export class Clone {
  readonly #element: HTMLElement;
  readonly #grip: Point;
  readonly #count = document.createElement('span');
  #text = '';

  constructor(card: HTMLElement, from: Point) {
    const box = card.getBoundingClientRect();
    this.#grip = { x: from.x - box.left, y: from.y - box.top };
    this.#element = copyOf(card, box);
    this.#count.className = 'drag-count';
    this.#element.append(this.#count);
    document.body.append(this.#element);
    this.#text = this.#words()?.textContent ?? '';
  }

  /** To the pointer; with the card's words as they are by now. */
  follow(at: Point, text: string, count: number): void {
    this.#element.style.transform = `translate(${at.x - this.#grip.x}px, ${at.y - this.#grip.y}px)`;
    this.#count.hidden = count < 2;
    this.#count.textContent = String(count);
    if (text === this.#text) return;
    this.#text = text;
    const words = this.#words();
    if (words) words.textContent = text;
  }

  remove(): void {
    this.#element.remove();
  }

  #words(): Element | null {
    return this.#element.querySelector('.text, .bundle-name');
  }
}

function copyOf(card: HTMLElement, box: DOMRect): HTMLElement {
  const copy = card.cloneNode(true) as HTMLElement;
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    // Nothing in the copy may be found, focused or read in the card's place.
    for (const name of ['id', 'tabindex', 'data-card', 'data-head', 'data-item', 'role'])
      element.removeAttribute(name);
  }
  copy.classList.add('drag-clone');
  copy.classList.toggle('drag-group', card.dataset.head !== undefined);
  copy.setAttribute('aria-hidden', 'true');
  copy.inert = true;
  copy.style.width = `${box.width}px`;
  // Outside its column the card would lose the size of its letters and its column's colour.
  copy.style.fontSize = getComputedStyle(card).fontSize;
  return copy;
}
