/** Why these words cannot be sent as a card; nothing when they can. */
import { CARD_LETTERS } from '../limits';
import { visibleLength } from '../text';
import { why } from '../words/refusals';

export function wrongWords(text: string): string {
  const count = visibleLength(text.trim());
  if (count === 0) return why({ code: 'empty' });
  return count > CARD_LETTERS ? why({ code: 'too_long', limit: CARD_LETTERS }) : '';
}
