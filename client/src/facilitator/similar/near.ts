/** Of each card, the cards it may say the same as; pairs come with the likeliest first. */
import type { Pair } from './finder.svelte';

export function nearOf(pairs: readonly Pair[]): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, string[]>();
  const note = (card: string, other: string) => {
    const others = near.get(card) ?? [];
    near.set(card, others);
    others.push(other);
  };
  for (const [one, other] of pairs) {
    note(one, other);
    note(other, one);
  }
  return near;
}
