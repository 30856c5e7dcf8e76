/** The templates a workshop can begin with: four in sight, the rest in a list. */
import type { Template } from '../template';
import type { Language } from '../words/language.svelte';

export const USUAL = 'close-improve-open';
const IN_SIGHT = 4;

export interface Shelf {
  first: readonly Template[];
  others: readonly Template[];
}

/** The office's own come first among the others: whoever kept one will look for it. */
export function shelved(templates: readonly Template[]): Shelf {
  const own = templates.filter(({ id }) => id.startsWith('own-'));
  const builtIn = templates.filter(({ id }) => !id.startsWith('own-'));
  return { first: builtIn.slice(0, IN_SIGHT), others: [...own, ...builtIn.slice(IN_SIGHT)] };
}

/** The question of the first board, with the year in it. */
export function questionOf(template: Template, language: Language, year: number): string {
  return (template.boards[0]?.question[language] ?? '').replaceAll('{year}', String(year));
}
