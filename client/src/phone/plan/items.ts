/** What can be voted for, column by column in the order of the wall. */
import type { BoardState } from '../../board.svelte';
import type { Board, Vote } from '../../wire';
import { plan } from '../../words/phonePlan';
import type { Item } from './ballot.svelte';

export function itemsOf(state: BoardState, board: Board, vote: Vote): Item[] {
  return board.columns.flatMap(({ id: column }) =>
    state
      .items(column, board.id)
      .flatMap((id) => (vote.on === 'cards' && state.group(id) ? state.members(id) : id))
      .map((id) => ({ ...itemOf(state, id), column })),
  );
}

/** A card by its words, a group by its name or its first card's. */
export function itemOf(state: BoardState, id: string): Omit<Item, 'column'> {
  const group = state.group(id);
  if (!group) return { id, text: state.card(id)?.text ?? '' };
  const members = state.members(id);
  const text = group.name || (state.card(members[0] ?? '')?.text ?? plan.unnamed);
  return { id, text, cards: members.length };
}
