/** A phone's own cards, in the order they were written. */
import type { OwnCard, OwnRecords } from '../wire';

export class Own {
  #records = $state.raw<OwnRecords>({});
  #cards = $derived(Object.values(this.#records));

  get cards(): readonly OwnCard[] {
    return this.#cards;
  }

  replace(records: OwnRecords): void {
    this.#records = records;
  }

  change(put: OwnRecords, drop: readonly string[]): void {
    const records = Object.entries({ ...this.#records, ...put });
    this.#records = Object.fromEntries(records.filter(([key]) => !drop.includes(key)));
  }
}
