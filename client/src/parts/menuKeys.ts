/** Where a key leads in a menu: arrows round and round, Home, End, and what begins with a letter. */

export function keyLeadsTo(
  key: string,
  items: readonly HTMLElement[],
  at: Element | null,
): HTMLElement | undefined {
  const here = items.findIndex((item) => item === at);
  const last = items.length - 1;
  const to = { ArrowDown: here + 1, ArrowUp: here + last, Home: 0, End: last }[key];
  return to === undefined ? startingWith(key, items, here) : items[to % items.length];
}

function startingWith(
  key: string,
  items: readonly HTMLElement[],
  here: number,
): HTMLElement | undefined {
  if (key.length !== 1 || key === ' ') return undefined;
  const rest = [...items.slice(here + 1), ...items.slice(0, here + 1)];
  return rest.find((it) => it.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}
