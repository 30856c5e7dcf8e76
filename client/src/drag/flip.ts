/**
 * Lets cards glide to their new places instead of jumping. Only what is or was on screen moves, and nothing at all when
 * so many moved that nobody could follow: the library's way took 2.4 s a move with 2,000 cards.
 */
const MOST_MOVING = 60;
const GLIDE_MS = 180;

/** Measure in `$effect.pre`, play in `$effect`, both reading the list that changes. */
export class Flip {
  #before = new Map<string, DOMRect>();

  constructor(private readonly root: () => HTMLElement | undefined) {}

  measure(): void {
    this.#before = prefersStillness() ? new Map() : boxes(this.root());
  }

  play(): void {
    const before = this.#before;
    this.#before = new Map();
    if (before.size === 0) return;
    const moved = [...movedCards(this.root(), before)];
    if (moved.length > MOST_MOVING) return;
    for (const { element, x, y } of moved) glide(element, x, y);
  }
}

function* movedCards(root: HTMLElement | undefined, before: Map<string, DOMRect>) {
  for (const element of cards(root)) {
    const old = before.get(nameOf(element));
    if (!old) continue;
    const now = element.getBoundingClientRect();
    const [x, y] = [old.left - now.left, old.top - now.top];
    if ((x !== 0 || y !== 0) && (onScreen(old) || onScreen(now))) yield { element, x, y };
  }
}

function glide(element: HTMLElement, x: number, y: number): void {
  // What glides through below the pointer is not what somebody holds a card over.
  const held = document.documentElement.classList.contains('is-dragging');
  const passing: Keyframe = held ? { pointerEvents: 'none' } : {};
  const frames = [{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }];
  element.animate(
    frames.map((frame) => ({ ...frame, ...passing })),
    { duration: GLIDE_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
  );
}

function boxes(root: HTMLElement | undefined): Map<string, DOMRect> {
  return new Map(cards(root).map((it) => [nameOf(it), it.getBoundingClientRect()]));
}

function cards(root: HTMLElement | undefined): HTMLElement[] {
  return root ? [...root.querySelectorAll<HTMLElement>('[data-card], [data-head]')] : [];
}

function nameOf(element: HTMLElement): string {
  return element.dataset.card ?? element.dataset.head ?? '';
}

function onScreen(box: DOMRect): boolean {
  return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
}

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
