/** Tells how much more there is each time a number grows while somebody looks. */

/** To be called while a component is being set up. */
export function onMore(number: () => number, tell: (more: number) => void): void {
  let before = number();
  $effect(() => {
    const now = number();
    if (now > before) tell(now - before);
    before = now;
  });
}
