/** Where everything lies at one moment, and what a step changes of it. */
import type { Frame, Place } from './fetch';

export type Places = ReadonlyMap<string, Place>;
export const NOTHING: Places = new Map();

export function step(places: Places, { put = {}, drop = [] }: Frame): Places {
  const after = new Map(places);
  for (const [key, place] of Object.entries(put)) after.set(key, place);
  for (const key of drop) after.delete(key);
  return after;
}

/** What has a place of its own in a column. */
export function isItem(key: string, place: Place): boolean {
  return key.startsWith('group:') || !(place.group || place.under || place.parent);
}

export function inOrder(items: [string, Place][]): [string, Place][] {
  return items.sort(([one, a], [other, b]) =>
    a.rank === b.rank ? compare(idOf(one), idOf(other)) : compare(a.rank, b.rank),
  );
}

/** As plain ASCII, as on the server. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

export function idOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}
