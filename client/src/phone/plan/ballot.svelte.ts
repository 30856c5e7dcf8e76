/** A ballot being filled in: what is left, and whether what is marked has been sent. */
import { storage } from '../../storage';
import type { Marks, OwnBallot, Vote } from '../../wire';
import type { Entry } from '../../outbox/entry';

export interface Item {
  id: string;
  column: string;
  text: string;
  /** How many cards lie in it, when it is a group. */
  cards?: number;
}

export class Ballot {
  marks = $state.raw<Marks>({});
  #key: string;

  constructor(
    readonly vote: Vote,
    workshop: string,
    sent: OwnBallot | undefined,
  ) {
    this.#key = `batkham:ballot:${workshop}:${vote.id}`;
    this.marks = parse(storage.get(this.#key)) ?? sent?.marks ?? {};
  }

  of(item: string): number {
    return this.marks[item] ?? 0;
  }

  /** Votes left in all, among what can still be voted for. */
  left(items: readonly Item[]): number {
    return this.vote.each - sum(items.map(({ id }) => this.of(id)));
  }

  leftIn(column: string, items: readonly Item[]): number | null {
    const budget = this.vote.budgets[column];
    if (budget === undefined) return null;
    return budget - sum(items.filter((one) => one.column === column).map(({ id }) => this.of(id)));
  }

  mayGive(item: Item, items: readonly Item[]): boolean {
    const inColumn = this.leftIn(item.column, items);
    return (
      this.of(item.id) < this.vote.most_on_one &&
      this.left(items) > 0 &&
      (inColumn === null || inColumn > 0)
    );
  }

  give(item: string, votes: number): void {
    const others = Object.entries(this.marks).filter(([id]) => id !== item);
    this.marks = Object.fromEntries(votes > 0 ? [...others, [item, votes]] : others);
    storage.set(this.#key, JSON.stringify(this.marks));
  }

  /** What is sent: marks on what is there. */
  sendable(items: readonly Item[]): Marks {
    const here = items.map(({ id }) => id);
    return Object.fromEntries(Object.entries(this.marks).filter(([id]) => here.includes(id)));
  }
}

/** The last thing this phone did about a vote: on its way, arrived, or refused. */
export function lastSent(entries: readonly Entry[], vote: string): Entry | undefined {
  return entries
    .filter(({ command }) => command.name === 'cast_ballot' && command.vote === vote)
    .at(-1);
}

export function sameMarks(one: Marks, other: Marks): boolean {
  const ids = [...Object.keys(one), ...Object.keys(other)];
  return ids.every((id) => (one[id] ?? 0) === (other[id] ?? 0));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function parse(kept: string | null): Marks | null {
  try {
    return JSON.parse(kept ?? 'null') as Marks | null;
  } catch {
    return null;
  }
}
