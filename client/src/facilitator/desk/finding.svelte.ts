/** What the desk shows of all its cards: a search, filters, and how dense. It is this screen's own and moves nothing. */
import { storage } from '../../storage';
import type { BoardState } from '../../board.svelte';
import type { Card } from '../../wire';
import { membersOf } from './members';
import { plain, plainOnce } from './search';

export type Only = 'all' | 'new' | 'parked' | 'hidden' | 'starred';
/** A group's id, or one of these. */
export const ANY_GROUP = '';
export const NO_GROUP = '*none';
/** A column's id, or one of these. */
export const ANY_COLUMN = '';
export const INBOX_ONLY = '*inbox';

const DENSE = 'batkham:desk:dense';
const FOLDED = 'batkham:desk:folded';

export class Finding {
  query = $state('');
  /** Whether tone marks and the kind of digits do not matter. */
  loosely = $state(true);
  column = $state(ANY_COLUMN);
  group = $state(ANY_GROUP);
  table = $state(0);
  only = $state<Only>('all');
  dense = $state(storage.get(DENSE) === '1');
  /** Groups show their name and number only. */
  folded = $state(storage.get(FOLDED) === '1');
  #known = membersOf([]);
  #newest = $state.raw<ReadonlySet<string>>(membersOf([]));

  constructor(private readonly board: BoardState) {}

  readonly wanted = $derived.by(() => plain(this.query, this.loosely));
  readonly isFiltering = $derived.by(
    () => this.group !== ANY_GROUP || this.table !== 0 || this.only !== 'all',
  );
  /** Something decides which cards are left. */
  readonly isAsking = $derived.by(() => this.wanted !== '' || this.isFiltering);
  readonly isActive = $derived.by(() => this.isAsking || this.column !== ANY_COLUMN);
  readonly newest = $derived.by(() => this.#newest.size);

  shows(column: string | null): boolean {
    return this.column === ANY_COLUMN || this.column === (column ?? INBOX_ONLY);
  }

  /** What is left of a list; the list itself when nothing is asked for. */
  found(ids: readonly string[]): readonly string[] {
    if (!this.isAsking) return ids;
    return ids.filter((id) => this.keeps(this.board.card(id)));
  }

  keeps(card: Card | undefined): boolean {
    if (!card) return false;
    if (this.isFiltering && !this.#passes(card)) return false;
    return this.wanted === '' || plainOnce(card.text, this.loosely).includes(this.wanted);
  }

  /** Searched for by its own name, a group keeps all its cards. */
  isNamed(group: string | undefined): boolean {
    if (this.wanted === '' || this.isFiltering || !group) return false;
    return plainOnce(group, this.loosely).includes(this.wanted);
  }

  clear(): void {
    this.query = '';
    this.column = ANY_COLUMN;
    this.group = ANY_GROUP;
    this.table = 0;
    this.only = 'all';
  }

  /** From here on what comes in is new. */
  seen(): void {
    this.#known = membersOf(this.#allIds());
    this.#newest = membersOf([]);
  }

  /** Notes cards that nobody at this desk has seen yet. */
  noteArrivals(): () => void {
    this.seen();
    return this.board.onEvents((_, { put }) => {
      const cards = put.filter((key) => key.startsWith('card:')).map((key) => key.slice(5));
      const fresh = cards.filter((id) => !this.#known.has(id));
      if (fresh.length === 0) return;
      this.#known = membersOf([...this.#known, ...fresh]);
      this.#newest = membersOf([...this.#newest, ...fresh]);
    });
  }

  setDense(dense: boolean): void {
    this.dense = dense;
    storage.set(DENSE, dense ? '1' : '0');
  }

  setFolded(folded: boolean): void {
    this.folded = folded;
    storage.set(FOLDED, folded ? '1' : '0');
  }

  #passes(card: Card): boolean {
    if (
      this.group === NO_GROUP ? card.group : this.group !== ANY_GROUP && card.group !== this.group
    )
      return false;
    if (this.table !== 0 && (card as { table?: number | null }).table !== this.table) return false;
    return PASSES[this.only](card, this.#newest);
  }

  #allIds(): string[] {
    const columns = this.board.board?.columns ?? [];
    const placed = columns.flatMap(({ id }) => this.board.column(id));
    return [...this.board.inbox, ...placed, ...this.board.parked, ...this.board.late];
  }
}

const PASSES: Record<Only, (card: Card, newest: ReadonlySet<string>) => boolean> = {
  all: () => true,
  new: ({ id }, newest) => newest.has(id),
  parked: ({ parked }) => parked === true,
  hidden: ({ shown }) => shown === false,
  starred: ({ starred }) => starred,
};
