/** Groups that a card may belong to. Whoever finds similar cards offers them here; nothing moves by itself. */
import type { Presentation } from '../presentation.svelte';

type Suggest = (presentation: Presentation, card: string) => Promise<readonly string[]>;

let suggest: Suggest | null = null;

export function suggestBy(finder: Suggest): void {
  suggest = finder;
}

/** Ids of groups, the likeliest first; none when nobody suggests anything or it takes its time. */
export async function suggestedGroups(
  presentation: Presentation,
  card: string,
): Promise<readonly string[]> {
  return suggest ? suggest(presentation, card).catch(() => []) : [];
}
