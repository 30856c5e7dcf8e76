/** Tells when a value changes while somebody looks. */

/** To be called while a component is being set up. */
export function onChange<T>(value: () => T, tell: (now: T, before: T) => void): void {
  let before = value();
  $effect(() => {
    const now = value();
    if (now !== before) tell(now, before);
    before = now;
  });
}
