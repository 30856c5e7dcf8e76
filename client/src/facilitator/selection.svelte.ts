/** Which cards and groups are selected, and on which one of each column the keyboard stands. What goes away drops out. */
import type { BoardState } from '../board.svelte';

export class Selection {
  #ids = $state.raw<readonly string[]>([]);
  #anchor: string | null = null;
  #cursors = $state.raw<Record<string, string>>({});

  constructor(private readonly board: BoardState) {}

  /** In the order they were picked. */
  readonly ids = $derived.by(() =>
    this.#ids.filter((id) => (this.board.card(id) ?? this.board.group(id)) !== undefined),
  );

  has(id: string): boolean {
    return this.ids.includes(id);
  }

  only(id: string): void {
    this.#ids = [id];
    this.#anchor = id;
  }

  toggle(id: string): void {
    this.#ids = this.has(id) ? this.ids.filter((one) => one !== id) : [...this.ids, id];
    this.#anchor = id;
  }

  /** From the last card picked to this one, when both stand in the same list; otherwise this one too. */
  upTo(id: string, list: readonly string[]): void {
    const from = this.#anchor === null ? -1 : list.indexOf(this.#anchor);
    const to = list.indexOf(id);
    if (from < 0 || to < 0) return this.toggle(id);
    const range = list.slice(Math.min(from, to), Math.max(from, to) + 1);
    this.#ids = [...this.ids, ...range.filter((one) => !this.has(one))];
  }

  extendTo(id: string): void {
    if (!this.has(id)) this.#ids = [...this.ids, id];
  }

  /** Lets go of everything, also of what is on its way here; whether anything was to be seen of it. */
  drop(): boolean {
    const any = this.ids.length > 0;
    this.clear();
    return any;
  }

  clear(): void {
    this.#ids = [];
    this.#anchor = null;
  }

  /** The one card of a column that Tab reaches. */
  cursor(column: string, onPage: readonly string[]): string | undefined {
    const last = this.#cursors[column];
    return last !== undefined && onPage.includes(last) ? last : onPage[0];
  }

  standOn(column: string, id: string): void {
    if (this.#cursors[column] !== id) this.#cursors = { ...this.#cursors, [column]: id };
  }
}
