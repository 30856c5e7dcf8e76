/** Whether one column holds nearly everything, and whether what is begun is paid for by what is given up. */
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

/** What gives time back, and what takes it: columns by template. */
const PAID_FOR: Record<string, readonly [saves: string[], takes: string[]]> = {
  'close-improve-open': [['close'], ['open']],
  errc: [
    ['eliminate', 'reduce'],
    ['raise', 'create'],
  ],
  daki: [['drop'], ['add']],
  kalm: [['less'], ['more', 'add']],
};

/** How many cards give time back and how many take it; nothing while there are none of either. */
export function balanceOf(
  state: BoardState,
  board: Board,
): { saved: number; taken: number } | undefined {
  const columns = PAID_FOR[board.template];
  if (!columns) return undefined;
  const [saved, taken] = columns.map((ids) =>
    ids.reduce((sum, id) => sum + state.column(id, board.id).length, 0),
  );
  return saved || taken ? { saved: saved ?? 0, taken: taken ?? 0 } : undefined;
}
