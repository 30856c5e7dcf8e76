/** A shown vote's items of one column, the most votes first; who has as many stands on the same place. */
import type { BoardState } from '../board.svelte';
import type { Vote } from '../wire';

export interface Ranked {
  id: string;
  text: string;
  votes: number;
  hands: number;
  /** From 1; equal numbers share a place. */
  place: number;
  tied: boolean;
}

export function ranking(board: BoardState, vote: Vote, column: string): Ranked[] {
  const { tallies = {}, hands = {} } = vote;
  const items = board
    .items(column, vote.board)
    .flatMap((id) => (vote.on === 'cards' && board.group(id) ? board.members(id) : id))
    .map((id) => ({ id, votes: tallies[id] ?? 0, hands: hands[id] ?? 0 }))
    .filter(({ votes, hands: raised }) => votes + raised > 0)
    .sort((one, other) => total(other) - total(one));
  return items.map((item) => ({
    ...item,
    text: nameOf(board, item.id),
    place: items.filter((one) => total(one) > total(item)).length + 1,
    tied: items.filter((one) => total(one) === total(item)).length > 1,
  }));
}

/** A group by its name, or by its first card's words while it has none. */
export function nameOf(board: BoardState, id: string): string {
  const group = board.group(id);
  if (!group) return board.card(id)?.text ?? '';
  return group.name || (board.card(board.members(id)[0] ?? '')?.text ?? '');
}

function total({ votes, hands }: { votes: number; hands: number }): number {
  return votes + hands;
}
