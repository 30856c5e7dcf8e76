/** What a card held still brings about: near an edge the list scrolls, over a page button the page turns. */
import type { Point } from './place';

const EDGE_PX = 56;
const FASTEST_PX = 14;
const DWELL_MS = 600;

/** Scrolls the list under the pointer while it is within an edge, faster the nearer. Called once a frame. */
export function scrollNear(under: Element | null, at: Point): void {
  const list = scrollable(under);
  if (!list) return;
  const box = list.getBoundingClientRect();
  const over = EDGE_PX - Math.min(at.y - box.top, EDGE_PX);
  const below = EDGE_PX - Math.min(box.bottom - at.y, EDGE_PX);
  const step = ((below - over) / EDGE_PX) * FASTEST_PX;
  if (step !== 0) list.scrollTop += step;
}

function scrollable(under: Element | null): Element | null {
  for (let it = under; it && it !== document.documentElement; it = it.parentElement) {
    if (it.scrollHeight > it.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(it).overflowY))
      return it;
  }
  return null;
}

/** Presses a `data-dwell` button once a card has been held over it, and again as long as it stays. */
export class Dwell {
  #button: HTMLElement | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  over(under: Element | null): void {
    const button = under?.closest<HTMLElement>('[data-dwell]') ?? null;
    if (button === this.#button) return;
    this.leave();
    this.#button = button;
    if (button) this.#timer = setInterval(() => button.click(), DWELL_MS);
  }

  leave(): void {
    clearInterval(this.#timer);
    this.#button = null;
  }
}
