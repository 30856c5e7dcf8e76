/** The shown cards that somebody asks about, most asked first. */
import type { Card } from '../../wire';
import type { Presentation } from '../presentation.svelte';

export function askedCards(presentation: Presentation): Card[] {
  const cards = presentation.order.ofAllCards().map((id) => presentation.board.card(id));
  const asked = cards.filter((card): card is Card => (card?.asked ?? 0) > 0);
  return asked.sort((one, other) => (other.asked ?? 0) - (one.asked ?? 0));
}
