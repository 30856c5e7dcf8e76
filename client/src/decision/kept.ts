/** What the room keeps of a board: what has a decision or a star, or else its groups. */
import type { BoardState } from '../board.svelte';
import { nameOf } from '../stage/ranking';
import type { Ask, Column, Decision, DecisionField } from '../wire';

export interface Kept {
  id: string;
  /** The wording for the report, or else what the wall says. */
  text: string;
  starred: boolean;
  isGroup: boolean;
  decision: Decision | undefined;
}

export interface KeptColumn {
  column: Column;
  items: Kept[];
}

export function keptOf(board: BoardState, id: string): KeptColumn[] {
  const columns = board.boardOf(id)?.columns ?? [];
  const choose = (chosen: (one: string) => boolean) =>
    columns.map((column) => ({
      column,
      items: board
        .items(column.id, id)
        .flatMap((item) => chosenOf(board, item, chosen))
        .map((one) => told(board, one)),
    }));
  const wanted = choose((one) => isDecided(board.decision(one)) || isStarred(board, one));
  return countKept(wanted) > 0 ? wanted : choose((one) => board.group(one) !== undefined);
}

/** Is this the board that says what the room will do: the last with decisions, once the day is over? */
export function isFrame(board: BoardState, id: string): boolean {
  const finished = board.boards.filter(({ phase }) => phase === 'finished');
  const isOver = finished.some((one) => one.id === board.workshop?.active);
  const last = finished.filter((one) => hasDecisions(board, one.id)).pop();
  return isOver && last?.id === id;
}

function hasDecisions(board: BoardState, id: string): boolean {
  return keptOf(board, id).some(({ items }) => items.some((one) => isDecided(one.decision)));
}

export function countKept(columns: readonly KeptColumn[]): number {
  return columns.reduce((sum, { items }) => sum + items.length, 0);
}

/** Something was said about it that a frame can tell. */
export function isDecided(decision: Decision | undefined): boolean {
  if (!decision) return false;
  const { conclusion, owner, due, first_step, status } = decision;
  return [conclusion, owner, due, first_step, status].some(Boolean);
}

export interface Missing {
  field: DecisionField;
  count: number;
  groups: boolean;
}

/** What the board's template wants to be known of everything kept, and is not yet. It reminds, it never stops. */
export function missingOf(board: BoardState, id: string): Missing[] {
  const asks = board.boardOf(id)?.asks?.filter(({ required }) => required) ?? [];
  const columns = keptOf(board, id);
  const fields = [...new Set(asks.map(({ field }) => field))];
  return fields.map((field) => lacking(field, asks, columns)).filter(({ count }) => count > 0);
}

function lacking(field: DecisionField, asks: readonly Ask[], columns: KeptColumn[]): Missing {
  const wanted = asks.filter((ask) => ask.field === field).map(({ column }) => column);
  const items = columns
    .filter(({ column }) => wanted.includes(null) || wanted.includes(column.id))
    .flatMap((one) => one.items)
    .filter(({ decision }) => !decision?.[field]);
  return { field, count: items.length, groups: items.every(({ isGroup }) => isGroup) };
}

/** The item itself, or those of a group's cards that stand for themselves. */
function chosenOf(board: BoardState, item: string, chosen: (one: string) => boolean): string[] {
  if (!board.group(item)) return chosen(item) ? [item] : [];
  const own = chosen(item);
  const cards = board.members(item).filter(chosen);
  if (!own) return cards;
  return [item, ...cards.filter((card) => isDecided(board.decision(card)))];
}

function told(board: BoardState, id: string): Kept {
  const decision = board.decision(id);
  return {
    id,
    text: decision?.report || nameOf(board, id),
    starred: isStarred(board, id),
    isGroup: board.group(id) !== undefined,
    decision,
  };
}

function isStarred(board: BoardState, id: string): boolean {
  return (board.group(id) ?? board.card(id))?.starred === true;
}
