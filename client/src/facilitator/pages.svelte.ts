/** The page of the board that all projected screens share, and how many there are on this one. */
import type { BoardState } from '../board.svelte';
import { announce } from '../parts/announce.svelte';
import { facilitator } from '../words/facilitator';
import type { Acts } from './acts';
import type { Arrivals } from './arrivals.svelte';

export class Pages {
  #counts = $state.raw<Readonly<Record<string, number>>>({});

  constructor(
    private readonly board: BoardState,
    private readonly acts: Acts,
    private readonly arrivals: Arrivals,
  ) {}

  readonly count = $derived.by(() => Math.max(1, ...Object.values(this.#counts)));
  readonly shown = $derived.by(() => Math.min(this.board.board?.page ?? 0, this.count - 1));

  turn(by: number): void {
    const board = this.board.board;
    const to = Math.max(0, Math.min(this.shown + by, this.count - 1));
    this.arrivals.forget();
    if (!board || to === this.shown) return;
    announce(facilitator.pages.turned(to + 1, this.count));
    void this.acts.perform({ name: 'turn_page', board: board.id, page: to });
  }

  /** Each list of cards measures for itself and tells; 0 once it is gone. */
  tell(list: string, count: number): void {
    if (this.#counts[list] !== count) this.#counts = { ...this.#counts, [list]: count };
  }
}
