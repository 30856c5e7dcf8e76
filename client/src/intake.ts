/** When a board takes cards: as server/workshop/intake.py has it, without the half minute of grace. */
import type { Board } from './wire';

export function takesCards(board: Board): boolean {
  return board.phase === 'write' || takesWhileShown(board);
}

/** Cards come and are shown one by one, once somebody has read them. */
export function takesWhileShown({ phase, ...board }: Board): boolean {
  return beginsShown(board) && (phase === 'show' || phase === 'sort');
}

/** On such a board nothing is kept for later: it begins with what others begin with when writing is over. */
export function beginsShown({ checking, while_shown }: Pick<Board, 'checking' | 'while_shown'>) {
  return checking && while_shown;
}
