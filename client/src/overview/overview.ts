/** What a board comes to: its groups by size, and how many cards stand alone. Only what this screen may see. */
import type { BoardState } from '../board.svelte';
import type { Card, Column, Group } from '../wire';

export interface Entry {
  id: string;
  name: string;
  count: number;
  starred: boolean;
}

export interface InColumn {
  column: Column;
  /** Biggest first. */
  groups: Entry[];
  /** Cards in no group. */
  loose: number;
  cards: number;
}

export function overviewOf(board: BoardState): InColumn[] {
  return (board.board?.columns ?? []).map((column) => inColumn(board, column));
}

/** The cards of a group as they lie there, without those beneath another one. */
export function cardsOf(board: BoardState, group: string): Card[] {
  return board
    .members(group)
    .map((id) => board.card(id))
    .filter((card) => card !== undefined);
}

/** How many cards say this: itself and those stacked beneath it. */
export function timesOf(board: BoardState, card: string): number {
  return 1 + board.stacked(card).length;
}

export function countOf(board: BoardState, group: string): number {
  return board.members(group).reduce((sum, card) => sum + timesOf(board, card), 0);
}

function inColumn(board: BoardState, column: Column): InColumn {
  const items = board.items(column.id);
  const groups = items
    .map((id) => board.group(id))
    .filter((group) => group !== undefined)
    .map((group) => entryOf(board, group))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  const loose = items
    .filter((id) => board.card(id))
    .reduce((sum, card) => sum + timesOf(board, card), 0);
  const grouped = groups.reduce((sum, { count }) => sum + count, 0);
  return { column, groups, loose, cards: loose + grouped };
}

function entryOf(board: BoardState, { id, name, starred }: Group): Entry {
  return { id, name, starred, count: countOf(board, id) };
}
