/** Who has which card in their hands. */
import type { Hold, Key } from '../wire';

export function holdersOf(
  keys: readonly Key[],
  holdOf: (key: string) => Hold | undefined,
): ReadonlyMap<string, Key> {
  const holds = keys.map((key) => [holdOf(key.id)?.card, key] as const);
  return new Map(holds.filter((one): one is [string, Key] => one[0] !== undefined));
}
