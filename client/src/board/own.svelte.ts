/** What is a phone's own: its cards in the order they were written, its ballots, its answer at the end. */
import type { OwnAnswer, OwnBallot, OwnCard, OwnPlace, OwnRecords } from '../wire';

export class Own {
  #records = $state.raw<OwnRecords>({});
  #cards = $derived(Object.values(this.#records).filter(isCard));

  /** Those that stand for themselves and those that hang below another. */
  get cards(): readonly OwnCard[] {
    return this.#cards;
  }
  get place(): OwnPlace | undefined {
    return this.#records.me;
  }
  get answer(): OwnAnswer | undefined {
    return this.#records.answer;
  }
  ballot(vote: string): OwnBallot | undefined {
    return this.#records[`ballot:${vote}`];
  }

  replace(records: OwnRecords): void {
    this.#records = records;
  }

  change(put: OwnRecords, drop: readonly string[]): void {
    const records = Object.entries({ ...this.#records, ...put });
    const kept = records.filter(([key]) => !drop.includes(key));
    this.#records = Object.fromEntries(kept) as OwnRecords;
  }
}

function isCard(record: OwnCard | OwnBallot | OwnAnswer | OwnPlace): record is OwnCard {
  return 'text' in record;
}
