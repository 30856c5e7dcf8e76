/** What the room works on together in place of the cards; null when it is the cards themselves. */
import type { BoardState } from '../board.svelte';
import type { Vote } from '../wire';

export type Together =
  'break' | 'vote' | 'round' | 'check_out' | 'children' | 'decision' | 'frame' | 'thanks';

export function together(board: BoardState): Together | null {
  const view = board.board?.view;
  if (board.workshop?.back_at) return 'break';
  if (board.checkOut?.status === 'open' || (view === 'check_out' && board.checkOut))
    return 'check_out';
  const vote = voteOf(board);
  if (vote && (vote.status !== 'shown' || view === 'votes')) return 'vote';
  if (board.round()) return 'round';
  if (view === 'thanks' || (view === 'frame' && hasCards(board))) return view;
  const large = largeOf(board);
  if (!large || !hasCards(board)) return null;
  if (board.decision(large)) return 'decision';
  return board.children(large).length > 0 ? 'children' : null;
}

function hasCards(board: BoardState): boolean {
  return ['show', 'sort', 'finished'].includes(board.board?.phase ?? '');
}

/** The card or group that is shown large. */
export function largeOf(board: BoardState): string | undefined {
  const focus = board.board?.focus;
  return focus?.group ?? focus?.card;
}

/** The newest vote of the board that the room works on. */
export function voteOf(board: BoardState): Vote | undefined {
  return board.votes().at(-1);
}
