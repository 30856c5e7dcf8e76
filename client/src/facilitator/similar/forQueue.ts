/** Offers the queue the groups that hold cards like the one in hand; nothing moves by itself. */
import { suggestBy } from '../queue/similar';

suggestBy(async ({ board, finder }, card) => {
  if (!finder.told) await finder.ask();
  const groups = (finder.near.get(card) ?? []).map((id) => board.card(id)?.group);
  return [...new Set(groups.filter((group) => group != null))];
});
