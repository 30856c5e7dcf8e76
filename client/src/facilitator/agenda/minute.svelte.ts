/** The server's time, looked at often enough for minutes. */
const EVERY_MS = 5_000;

export function minuteOf(now: () => number): { readonly now: number } {
  let at = $state(now());
  $effect(() => {
    const timer = setInterval(() => (at = now()), EVERY_MS);
    return () => clearInterval(timer);
  });
  return {
    get now() {
      return at;
    },
  };
}
