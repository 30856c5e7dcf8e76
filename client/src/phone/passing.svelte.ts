/** Turns true when the server's clock passes a moment. */
import type { Clock } from '../clock.svelte';

/** To be called while a component is being set up. */
export function passing(clock: Clock, moment: () => number | null): { readonly passed: boolean } {
  let passed = $state(false);
  $effect(() => {
    const end = moment();
    const left = end === null ? Infinity : end - clock.now();
    passed = left <= 0;
    if (left <= 0 || left === Infinity) return;
    const timer = setTimeout(() => (passed = true), left);
    return () => clearTimeout(timer);
  });
  return {
    get passed() {
      return passed;
    },
  };
}
