/** What the room sees: the wall's view of the board, and what just happened on it. */
import { untrack } from 'svelte';
import type { Identity } from '../identity';
import type { Live } from '../live.svelte';
import { Door } from '../parts/doorSigns.svelte';
import type { Happened, Touched } from '../board.svelte';
import { INBOX } from '../board/places';
import { rowOf, rowsOf, type Row } from '../groups/rows';
import type { Board, Card, Group } from '../wire';
import { ideasInTime } from '../words/counts';

const MOST_FOLLOWED = 6;
const CARD = 'card:';

export class Shown {
  /** The newest card of each column, until somebody turns the page. */
  arrived = $state.raw<Readonly<Record<string, string>>>({});
  #pages = $state.raw({ count: 1 });
  #isRevealDue = false;
  /** Where each card was before the last change. */
  #columnOf: Readonly<Record<string, string | null>> = {};
  #door: Door;

  /** To be made while a component is being set up. */
  constructor(
    readonly live: Live,
    identity: Identity,
  ) {
    this.#door = new Door(live, identity);
    $effect(() => live.board.onEvents((events, touched) => this.#see(events, touched)));
    $effect(() => {
      this.#columnOf = Object.fromEntries(this.allCards().map(({ id, column }) => [id, column]));
    });
  }

  readonly workshop = $derived.by(() => this.live.board.workshop);
  /** Read afresh each time: a derived value may keep the first record of a board the room has just come to. */
  get board(): Board | undefined {
    return this.live.board.board;
  }
  readonly counts = $derived.by(() => this.live.board.counts);
  readonly signs = $derived.by(() => this.#door.signs);
  readonly joined = $derived.by(() => this.live.board.people?.joined ?? 0);
  readonly tried = $derived.by(() => this.counts?.tried ?? 0);
  readonly joining = $derived.by(() => this.workshop?.joining === true && !this.workshop.locked);
  readonly waiting = $derived.by(() => this.live.board.inbox.length);
  readonly reading = $derived.by(() => this.#card(this.board?.reading));
  readonly focusedCard = $derived.by(() => this.#card(this.board?.focus?.card));
  readonly pageCount = $derived.by(() => this.#pages.count);
  readonly page = $derived.by(() => Math.min(this.board?.page ?? 0, this.#pages.count - 1));

  /** 104 ความคิด จาก 34 คน ใน 8 นาที */
  readonly ideas = $derived.by(() => {
    return this.counts ? ideasInTime(this.counts) : '';
  });

  rowsIn(column: string, choose?: (card: Card, group: Group | undefined) => boolean): Row[] {
    return rowsOf(this.live.board, this.live.board.items(column), choose);
  }

  /** Every card for itself, as at the reveal. */
  allRows(): Row[] {
    return this.allCards().map((card) => rowOf(this.live.board, card));
  }

  cardsIn(column: string): Card[] {
    return this.#cards(this.live.board.column(column));
  }

  /** What waits first, then column by column. */
  allCards(): Card[] {
    const columns = this.board?.columns ?? [];
    const placed = columns.flatMap(({ id }) => this.cardsIn(id));
    return [...this.#cards(this.live.board.column(INBOX)), ...placed];
  }

  colourOf(id: string): string | undefined {
    const column = this.#card(id)?.column;
    return this.board?.columns.find((one) => one.id === column)?.colour;
  }

  /** Until what has these pages leaves the wall; by then something else may have told its own. */
  countPages(count: number): () => void {
    const told = (this.#pages = { count });
    return () => {
      if (untrack(() => this.#pages) === told) this.#pages = { count: 1 };
    };
  }

  /** True once, right after the cards were shown while this screen looked on. */
  takeReveal(): boolean {
    const due = this.#isRevealDue && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#isRevealDue = false;
    return due;
  }

  #card(id: string | null | undefined): Card | undefined {
    return id ? this.live.board.card(id) : undefined;
  }

  #cards(ids: readonly string[]): Card[] {
    return ids.map((id) => this.live.board.card(id)).filter((card) => card !== undefined);
  }

  #see(events: Happened[], { put }: Touched): void {
    const happened = (name: Happened['name']) => events.some((event) => event.name === name);
    if (happened('phase_started')) return this.#startPhase();
    if (happened('page_turned') || happened('view_shown')) this.arrived = {};
    this.#follow(put.filter((key) => key.startsWith(CARD)).map((key) => key.slice(CARD.length)));
  }

  #startPhase(): void {
    this.arrived = {};
    this.#isRevealDue = this.board?.phase === 'show';
  }

  /** A few cards can be followed to where they went; of many, the board simply is as it is now. */
  #follow(cards: string[]): void {
    const moved = cards.map((id) => this.#card(id)).filter((card) => this.#hasMoved(card));
    if (moved.length === 0 || moved.length > MOST_FOLLOWED) return;
    const newest = moved.map((card) => [card!.column!, card!.id] as const);
    this.arrived = { ...this.arrived, ...Object.fromEntries(newest) };
  }

  #hasMoved(card: Card | undefined): boolean {
    return card !== undefined && card.column !== null && this.#columnOf[card.id] !== card.column;
  }
}
