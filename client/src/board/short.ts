/** What phones are told that list all cards: the ordinary is left out, and words that are known. See server/short.py. */
import type { Card, ShortCard, Spotlight } from '../wire';

const LEFT_OUT = {
  column: null,
  group: null,
  under: null,
  parent: null,
  starred: false,
  proposed: null,
} as const;

const ORDINARY: Spotlight = { reading: null, focus: null, view: 'board', page: 0 };

/** What is shown large, from what is told of it. */
export function wholeSpotlight(told: Partial<Spotlight>): Spotlight {
  return { ...ORDINARY, ...told };
}

/** The whole card, from what was told now and the words that were told before. */
export function wholeCard(id: string, told: ShortCard, before: Card | undefined): Card {
  if (told.id) return told as Card;
  const known = told.text === undefined && before ? wordsOf(before) : { board: '', text: '' };
  return { ...LEFT_OUT, ...known, ...told, id };
}

function wordsOf({ board, text, proposed }: Card): Pick<Card, 'board' | 'text' | 'proposed'> {
  return { board, text, proposed };
}
