/** Parts that nobody needs at once: fetched when the page is usable, so that they are there when their time comes. */
import { fetchMissedStyles, watchForMissedStyles } from '../missedStyles';
import { language } from '../words/language.svelte';

type Parts = typeof import('./laterParts');

const AFTER_LOAD_MS = 500;
const AGAIN_MS = 5_000;
let fetched: Promise<Parts> | undefined;
watchForMissedStyles();

export function later(): Promise<Parts> {
  fetched ??= fetchParts().catch((error: unknown) => {
    fetched = undefined;
    throw error;
  });
  return fetched;
}

/** For what can wait: asks again until they come. */
export async function inTheEnd(): Promise<Parts> {
  for (;;) {
    try {
      return await later();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

/** With their English where it is spoken, or they would begin in Thai. */
async function fetchParts(): Promise<Parts> {
  const english = language.current === 'en' ? import('../words/en/phoneCards') : null;
  await fetchMissedStyles();
  const parts = await import('./laterParts');
  await english;
  return parts;
}

export function fetchLater(): void {
  const afterLoad = () => setTimeout(() => void inTheEnd(), AFTER_LOAD_MS);
  if (document.readyState === 'complete') afterLoad();
  else window.addEventListener('load', afterLoad, { once: true });
}
