/** Which cards and groups lie where, and in what order: (rank, id) as plain ASCII, as on the server. */
import type { Card, Group } from '../wire';
import { Cells } from './cells';

export const INBOX = '*inbox';
export const PARKED = '*parked';
export const LATE = '*late';

export type Item = Card | Group;

/** Inside a group, a stack, or below what it answers: names that no column can have either. */
export const insideOf = (group: string): string => `*in ${group}`;
export const beneath = (card: string): string => `*under ${card}`;
export const below = (item: string): string => `*below ${item}`;

/** The place of a card or a group on a board: a column's id, or one of the names above. */
export function placeOf(item: Item): string {
  if (!('text' in item)) return item.column ?? INBOX;
  if (item.parked) return PARKED;
  if (item.late) return LATE;
  if (item.parent) return below(item.parent);
  if (item.under) return beneath(item.under);
  return item.group ? insideOf(item.group) : (item.column ?? INBOX);
}

type Ids = readonly string[];
const NONE: Ids = [];

export class Places {
  #lists = new Cells<Ids>();
  #open = new Map<string, string[]>();
  #find: (id: string) => Item | undefined;

  constructor(find: (id: string) => Item | undefined) {
    this.#find = find;
  }

  ids(board: string, place: string): Ids {
    return this.#lists.get(`${board} ${place}`) ?? NONE;
  }

  /** Takes a card or a group from its list; it must still be found as it was when it was laid there. */
  lift(card: Item): void {
    const list = this.#listOf(card);
    const at = this.#position(list, card);
    if (list[at] === card.id) list.splice(at, 1);
  }

  /** Puts a card or a group into its list; its neighbours must be found as they are now. */
  lay(card: Item): void {
    const list = this.#listOf(card);
    list.splice(this.#position(list, card), 0, card.id);
  }

  /** Shows every list that was touched since the last time, once each. */
  show(): void {
    for (const [name, list] of this.#open) this.#lists.set(name, list);
    this.#open.clear();
  }

  #listOf(card: Item): string[] {
    const name = `${card.board} ${placeOf(card)}`;
    const open = this.#open.get(name) ?? [...(this.#lists.get(name) ?? NONE)];
    this.#open.set(name, open);
    return open;
  }

  #position(list: Ids, card: Item): number {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#isBefore(list[middle], card)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #isBefore(id: string | undefined, card: Item): boolean {
    const other = id === undefined ? undefined : this.#find(id);
    if (!other) return false;
    return other.rank === card.rank ? other.id < card.id : other.rank < card.rank;
  }
}
