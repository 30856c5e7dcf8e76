/** Every screen counts its own pages, so a phone can only guess when to stop turning. */
const FEWEST_CARDS_ON_A_PAGE = 3;

/** The furthest page worth asking for; screens that have fewer show their last one. */
export function lastPage(cardsInColumns: readonly number[]): number {
  const longest = Math.max(0, ...cardsInColumns);
  return Math.max(0, Math.ceil(longest / FEWEST_CARDS_ON_A_PAGE) - 1);
}
