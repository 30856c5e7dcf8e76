/** Where cards went just now, so that the page with a column's newest card is the one shown. */
import type { BoardState } from '../board.svelte';

const CARD = 'card:';
const MOST_FOLLOWED = 6;
const NEW_FOR_MS = 2_000;
/** Somebody has chosen what to see. */
const CHOSEN: readonly string[] = ['page_turned', 'phase_started', 'view_shown'];

export class Arrivals {
  /** The newest card of each column, until somebody turns the page. */
  newest = $state.raw<Readonly<Record<string, string>>>({});
  /** Cards that came to a column within the last two seconds. */
  justNow = $state.raw<readonly string[]>([]);
  // Compared with, never drawn.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #columnOf = new Map<string, string | null>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #own = new Set<string>();

  constructor(private readonly board: BoardState) {}

  /** Returns the way to stop. While `isHeld` somebody here has a hand on the board: others turn no page under it. */
  watch(isHeld: () => boolean): () => void {
    const columns = this.board.board?.columns ?? [];
    for (const id of this.board.inbox) this.#columnOf.set(id, null);
    for (const column of columns) {
      for (const id of this.board.column(column.id)) this.#columnOf.set(id, column.id);
    }
    return this.board.onEvents((events, touched) => {
      if (events.some(({ name }) => CHOSEN.includes(name))) this.forget();
      const cards = touched.put.filter((key) => key.startsWith(CARD));
      const moved = cards.map((key) => key.slice(CARD.length)).filter((id) => this.#hasMoved(id));
      this.#mark(moved);
      this.#follow(isHeld() ? moved.filter((id) => this.#own.has(id)) : moved);
      for (const id of moved) this.#own.delete(id);
    });
  }

  /** What this screen itself sends elsewhere is looked after wherever it goes. */
  lookAfter(cards: readonly string[]): void {
    for (const id of cards) this.#own.add(id);
  }

  forget(): void {
    this.newest = {};
  }

  #hasMoved(id: string): boolean {
    const column = this.board.card(id)?.column ?? null;
    const moved = column !== null && this.#columnOf.get(id) !== column;
    this.#columnOf.set(id, column);
    return moved;
  }

  /** A few cards can be followed to where they went; of many, the board simply is as it is now. */
  #follow(moved: string[]): void {
    if (moved.length === 0 || moved.length > MOST_FOLLOWED) return;
    const places = moved.map((id) => [this.board.card(id)?.column, id] as const);
    this.newest = { ...this.newest, ...Object.fromEntries(places) };
  }

  #mark(moved: string[]): void {
    if (moved.length === 0 || moved.length > MOST_FOLLOWED) return;
    this.justNow = [...this.justNow, ...moved];
    setTimeout(() => (this.justNow = this.justNow.slice(moved.length)), NEW_FOR_MS);
  }
}
