/** Whether words fit on a card. */
import { CARD_LETTERS } from '../../limits';
import { visibleLength } from '../../text';

export function lettersLeft(text: string): number {
  return CARD_LETTERS - visibleLength(text);
}

/** A card says something, and not too much. */
export function fits(text: string): boolean {
  return text.trim() !== '' && lettersLeft(text) >= 0;
}
