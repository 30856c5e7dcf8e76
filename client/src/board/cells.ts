/** A map whose readers hear about their own key only: at 2,000 cards one change must not wake the other 1,999. */
import { Cell } from './cell.svelte';
import { same } from './same';

export class Cells<V> {
  #cells = new Map<string, Cell<V | undefined>>();
  #arrivals = new Cell(0);

  get(key: string): V | undefined {
    return this.#cells.get(key)?.value ?? this.#nothingYet();
  }

  /** What says the same as before is no change: overlapping frames and snapshots wake nobody. */
  set(key: string, value: V): void {
    const cell = this.#cells.get(key);
    if (!cell) this.#add(key, value);
    else if (!same(cell.value, value)) cell.value = value;
  }

  delete(key: string): void {
    const cell = this.#cells.get(key);
    if (!cell) return;
    this.#cells.delete(key);
    cell.value = undefined;
  }

  keys(): string[] {
    return [...this.#cells.keys()];
  }

  #add(key: string, value: V): void {
    this.#cells.set(key, new Cell<V | undefined>(value));
    this.#arrivals.value += 1;
  }

  /** Who asks for what is not there waits for the next arrival: Svelte does not track a cell made while reading. */
  #nothingYet(): undefined {
    void this.#arrivals.value;
  }
}
