/** How often something was chosen, once the board's last result was shown: on phones, and by raised hands. */
import type { BoardState } from '../board.svelte';
import { stage } from '../words/stage';

export function marksOf(state: BoardState, board: string, item: string): string[] {
  const vote = state
    .votes(board)
    .filter((one) => one.tallies)
    .pop();
  const votes = vote?.tallies?.[item] ?? 0;
  const hands = vote?.hands?.[item] ?? 0;
  return [...(votes ? [stage.phoneVotes(votes)] : []), ...(hands ? [stage.hands(hands)] : [])];
}
