/** In which order cards and groups stand on the board, and what stands beside what. */
import { INBOX } from '../board/places';
import type { BoardState } from '../board.svelte';
import { rowsOf, type Row } from '../groups/rows';
import { membersOf } from './desk/members';
import type { Selection } from './selection.svelte';

export class Order {
  constructor(
    private readonly board: BoardState,
    private readonly selection: Selection,
  ) {}

  rows(column: string): Row[] {
    return rowsOf(this.board, this.board.items(column));
  }

  following(id: string): string | null {
    const list = this.beside(id);
    return list[list.indexOf(id) + 1] ?? null;
  }

  /** What stands in one order with a card or a group: a group's cards, or what lies loose in its column. */
  beside(id: string): readonly string[] {
    const card = this.board.card(id);
    if (card?.group) return this.board.members(card.group);
    return this.board.items((card ?? this.board.group(id))?.column ?? null);
  }

  /** Every card on the board: what waits first, then column by column. */
  ofAllCards(): string[] {
    return [INBOX, ...this.#columns()].flatMap((column) => this.board.column(column));
  }

  /** In the order of the board, whatever the order of picking. */
  of(ids: readonly string[]): string[] {
    if (ids.length < 2) return [...ids];
    const wanted = membersOf(ids);
    return [null, ...this.#columns()].flatMap((column) =>
      this.board
        .items(column)
        .flatMap((item) => (this.board.group(item) ? [item, ...this.board.members(item)] : item))
        .filter((id) => wanted.has(id)),
    );
  }

  /** What is picked up takes along what else is selected. */
  together(id: string): string[] {
    return this.selection.has(id) ? this.of(this.selection.ids) : [id];
  }

  #columns(): string[] {
    return (this.board.board?.columns ?? []).map(({ id }) => id);
  }
}
