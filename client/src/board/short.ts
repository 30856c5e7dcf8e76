/** Cards as phones are told of them: what is null or false is left out, and words that are known. See server/short.py. */
import type { Card } from '../wire';

const LEFT_OUT = {
  column: null,
  group: null,
  under: null,
  parent: null,
  starred: false,
  proposed: null,
} as const;

export type ShortCard = Partial<Card> & Pick<Card, 'rank'>;

/** The whole card, from what was told now and the words that were told before. */
export function wholeCard(id: string, told: ShortCard, before: Card | undefined): Card {
  if (told.id) return told as Card;
  const known = told.text === undefined && before ? wordsOf(before) : { board: '', text: '' };
  return { ...LEFT_OUT, ...known, ...told, id };
}

function wordsOf({ board, text, proposed }: Card): Pick<Card, 'board' | 'text' | 'proposed'> {
  return { board, text, proposed };
}
