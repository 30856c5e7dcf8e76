/** Whether one column holds nearly everything: then the others may not have been thought of. */
import type { BoardState } from '../board.svelte';
import type { Board, Column } from '../wire';

const TOO_MUCH = 0.6;
const ENOUGH_TO_TELL = 8;

export function lopsidedOf(
  state: BoardState,
  board: Board,
): { column: Column; percent: number } | undefined {
  if (board.columns.length < 2) return undefined;
  const counts = board.columns.map((column) => ({
    column,
    count: state.column(column.id, board.id).length,
  }));
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const [most] = counts.sort((one, other) => other.count - one.count);
  if (!most || all < ENOUGH_TO_TELL || most.count / all <= TOO_MUCH) return undefined;
  return { column: most.column, percent: Math.round((100 * most.count) / all) };
}
