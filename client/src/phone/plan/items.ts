/** What can be voted for, column by column in the order of the wall. */
import type { BoardState } from '../../board.svelte';
import type { Board, Vote } from '../../wire';
import { plan } from '../../words/phonePlan';
import type { Item } from './ballot.svelte';

export function itemsOf(state: BoardState, board: Board, vote: Vote): Item[] {
  return board.columns.flatMap(({ id: column }) =>
    state.items(column, board.id).flatMap((id) => {
      const group = state.group(id);
      if (!group) return cardItem(state, id, column);
      const members = state.members(id);
      if (vote.on === 'cards') return members.flatMap((card) => cardItem(state, card, column));
      const text = group.name || (state.card(members[0] ?? '')?.text ?? plan.unnamed);
      return [{ id, column, text, cards: members.length }];
    }),
  );
}

function cardItem(state: BoardState, id: string, column: string): Item[] {
  const card = state.card(id);
  return card ? [{ id, column, text: card.text }] : [];
}
