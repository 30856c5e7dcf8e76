/** For asking again and again whether a card belongs to many. */
export function membersOf(ids: readonly string[]): ReadonlySet<string> {
  return new Set(ids);
}
