/** How far what was decided has come: by what was said about it, or by the column where it lies. */
import type { BoardState } from '../board.svelte';
import type { Board, Column, Status } from '../wire';

export const STATUSES: readonly Status[] = ['not_started', 'under_way', 'done', 'cancelled'];
const TEMPLATE = 'follow-up';

export interface Part {
  id: string;
  /** Of a column that is no status of its own. */
  column: Column | undefined;
  count: number;
}

export function isFollowUp({ template }: Pick<Board, 'template'>): boolean {
  return template === TEMPLATE;
}

/** Told by the column where it lies; what was cancelled has none, and a column that is no status stands for itself. */
export function statusOf(board: BoardState, item: string, column: string): string {
  const told = board.decision(item)?.status;
  if (told === 'cancelled') return told;
  const named = column.replace('-', '_');
  return isStatus(named) ? named : column;
}

/** Every status, and besides them each column with something in it that is none. */
export function progressOf(board: BoardState, id: string): Part[] {
  const columns = board.boardOf(id)?.columns ?? [];
  const found = columns.flatMap((column) =>
    board.items(column.id, id).map((item) => statusOf(board, item, column.id)),
  );
  const others = columns.filter(
    ({ id: name }) => !isStatus(name.replace('-', '_')) && found.includes(name),
  );
  const parts: Part[] = [
    ...STATUSES.slice(0, 2).map((status) => ({ id: status, column: undefined, count: 0 })),
    ...others.map((column) => ({ id: column.id, column, count: 0 })),
    ...STATUSES.slice(2).map((status) => ({ id: status, column: undefined, count: 0 })),
  ];
  return parts.map((part) => ({ ...part, count: found.filter((one) => one === part.id).length }));
}

function isStatus(name: string): name is Status {
  return (STATUSES as readonly string[]).includes(name);
}
