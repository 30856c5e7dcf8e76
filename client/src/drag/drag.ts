/**
 * Dragging cards with mouse or finger. Its one rule: the drag never touches the lists. A copy follows the pointer, the
 * place is found anew each frame, and only the drop says something; so remote changes may arrive at any moment.
 *
 * The page marks its elements: `data-card="ID"` and `data-head="GROUP"` are what can be dragged and dropped on;
 * `data-item="ID"` is a loose card or a `.bundle` of a group, inside `data-column="ID"` (empty: the inbox);
 * `data-flow="columns"` on a column whose items run down several columns; and `data-dwell` on a button that is pressed
 * when a card is held over it.
 */
import { Flight, type Dragging } from './flight';
import type { Point } from './place';

export type { Dragging, Drop } from './flight';

const MOUSE_SLACK_PX = 4;
const TOUCH_SLACK_PX = 8;
const LONG_PRESS_MS = 250;

/** For `{@attach draggable(…)}` on the element that holds all columns. */
export function draggable(dragging: Dragging): (root: HTMLElement) => () => void {
  return (root) => {
    let press: Press | null = null;
    const onPointerDown = (event: PointerEvent) => {
      const card = startingCard(event);
      if (!card || press?.alive || dragging.allowed?.() === false) return;
      press = new Press(root, card, event, dragging);
    };
    // Must stand here before the finger comes down, or the browser scrolls without asking.
    const onTouchMove = (event: TouchEvent) => press?.holdScroll(event);
    const onContextMenu = (event: Event) => {
      if (press?.byTouch) event.preventDefault();
    };
    root.addEventListener('pointerdown', onPointerDown);
    root.addEventListener('touchmove', onTouchMove, { passive: false });
    root.addEventListener('contextmenu', onContextMenu);
    return () => {
      press?.end();
      root.removeEventListener('pointerdown', onPointerDown);
      root.removeEventListener('touchmove', onTouchMove);
      root.removeEventListener('contextmenu', onContextMenu);
    };
  };
}

function startingCard(event: PointerEvent): HTMLElement | null {
  if (event.button !== 0 || !event.isPrimary || !(event.target instanceof Element)) return null;
  if (event.target.closest('button, a, input, textarea, select, [data-no-drag]')) return null;
  return event.target.closest<HTMLElement>('[data-card], [data-head]');
}

/** From the pointer going down to its going up; a drag only once it has moved, or has been held long enough. */
class Press {
  alive = true;
  readonly byTouch: boolean;
  readonly #listening = new AbortController();
  readonly #id: string;
  #from: Point;
  #at: Point;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #flight: Flight | null = null;

  constructor(
    private readonly root: HTMLElement,
    private readonly element: HTMLElement,
    private readonly event: PointerEvent,
    private readonly dragging: Dragging,
  ) {
    this.#id = element.dataset.card ?? element.dataset.head ?? '';
    this.#from = this.#at = { x: event.clientX, y: event.clientY };
    this.byTouch = event.pointerType === 'touch';
    if (this.byTouch) this.#waiting = setTimeout(() => this.#lift(), LONG_PRESS_MS);
    this.#listen();
  }

  holdScroll(event: TouchEvent): void {
    if (this.#flight && event.cancelable) event.preventDefault();
  }

  end(): void {
    if (!this.alive) return;
    this.alive = false;
    clearTimeout(this.#waiting);
    this.#listening.abort();
    this.#flight?.land();
    this.#flight = null;
  }

  #listen(): void {
    const signal = this.#listening.signal;
    const mine = (react: (event: PointerEvent) => void) => (event: PointerEvent) => {
      if (event.pointerId === this.event.pointerId) react(event);
    };
    // On the window, not captured by the card: a remote change may take the card's element away at any moment.
    window.addEventListener(
      'pointermove',
      mine((event) => this.#move(event)),
      { signal },
    );
    window.addEventListener(
      'pointerup',
      mine((event) => this.#drop(event)),
      { signal },
    );
    window.addEventListener(
      'pointercancel',
      mine(() => this.end()),
      { signal },
    );
    window.addEventListener('keydown', (event) => this.#key(event), { signal, capture: true });
    // A finger's events stay with the element it came down on, even when that has left the page.
    const options = { signal, passive: false };
    this.event.target?.addEventListener(
      'touchmove',
      (it) => this.holdScroll(it as TouchEvent),
      options,
    );
  }

  #move({ clientX: x, clientY: y }: PointerEvent): void {
    this.#at = { x, y };
    if (this.#flight) return this.#flight.moveTo(this.#at);
    const way = Math.hypot(x - this.#from.x, y - this.#from.y);
    if (this.byTouch) {
      if (way > TOUCH_SLACK_PX) this.end();
    } else if (way > MOUSE_SLACK_PX) this.#lift();
  }

  #lift(): void {
    if (this.dragging.text(this.#id) === undefined || !this.element.isConnected) return this.end();
    this.#flight = new Flight(this.root, this.element, this.#from, this.dragging, () => this.end());
    this.#flight.moveTo(this.#at);
  }

  #drop({ clientX: x, clientY: y }: PointerEvent): void {
    const flight = this.#flight;
    flight?.moveTo({ x, y });
    const drop = flight?.drop() ?? null;
    if (flight) swallowClick();
    this.end();
    if (drop) this.dragging.drop(drop);
  }

  #key(event: KeyboardEvent): void {
    if (!this.#flight) return;
    // The page's own keys rest while a card is in the air; Escape puts it back.
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') this.end();
  }
}

/** Letting go over the card it started on would also count as a click on it. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
