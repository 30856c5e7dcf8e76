/** Which cards have been read before they were shown. This phone remembers, so a reload does not start anew. */
import type { BoardState } from '../../board.svelte';
import { storage } from '../../storage';
import { membersOf } from '../desk/members';

const KEPT = 'batkham:read:';

export class ReadAhead {
  #read = $state.raw<readonly string[]>([]);
  #key: string;

  constructor(
    private readonly board: BoardState,
    workshop: string,
    boardId: string,
  ) {
    this.#key = `${KEPT}${workshop}:${boardId}`;
    this.#read = storage.get(this.#key)?.split(' ').filter(Boolean) ?? [];
  }

  /** Every card that would be shown now. */
  readonly cards = $derived.by(() => {
    const columns = this.board.board?.columns ?? [];
    return [...this.board.inbox, ...columns.flatMap((column) => this.board.column(column.id))];
  });
  readonly #known = $derived.by(() => membersOf(this.#read));
  readonly left = $derived.by(() => this.cards.filter((id) => !this.#known.has(id)));
  readonly current = $derived.by(() => this.left[0]);
  readonly readCount = $derived.by(() => this.cards.length - this.left.length);

  get canGoBack(): boolean {
    return this.#read.length > 0;
  }

  done(id: string): void {
    this.#keep([...this.#read.filter((one) => one !== id), id]);
  }

  /** The card read last comes again. */
  back(): void {
    this.#keep(this.#read.slice(0, -1));
  }

  again(): void {
    this.#keep([]);
  }

  #keep(read: readonly string[]): void {
    this.#read = read;
    storage.set(this.#key, read.join(' '));
  }
}
