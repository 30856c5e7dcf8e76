/** A column as the rows people read: loose cards, and groups as a head with its cards behind it. */
import type { BoardState } from '../board.svelte';
import type { Words } from '../paging';
import type { Card, Group } from '../wire';
import { groups as words } from '../words/groups';

export interface Row extends Words {
  /** None on the head of a group. */
  card: string | null;
  group: string | null;
  /** Of the cards in it, on a head. */
  count?: number;
  /** Without its star. */
  name?: string;
  isNamed?: boolean;
  /** How many people ask what it means. */
  asked?: number;
  /** A head repeated where its group goes on. */
  goesOn?: boolean;
}

/** What is drawn as one: a loose card, or as much of a group as this page holds. */
export interface Run {
  key: string;
  group: string | null;
  head: Row | null;
  cards: Row[];
}

type Choose = (card: Card, group: Group | undefined) => boolean;

export function rowsOf(board: BoardState, items: readonly string[], choose?: Choose): Row[] {
  return items.flatMap((item) => {
    const group = board.group(item);
    if (group) return rowsOfGroup(board, group, choose);
    const card = board.card(item);
    return card && (choose?.(card, undefined) ?? true) ? [rowOf(board, card)] : [];
  });
}

export function rowOf(board: BoardState, card: Card, group: string | null = null): Row {
  const times = timesOf(board, card.id);
  const { id, text, starred } = card;
  const row: Row = { id, text, starred, card: id, group };
  if (times > 1) row.times = times;
  if (card.asked) row.asked = card.asked;
  if (group !== null) row.look = 'member';
  return row;
}

function rowsOfGroup(board: BoardState, group: Group, choose?: Choose): Row[] {
  const cards = board
    .members(group.id)
    .map((id) => board.card(id))
    .filter((card) => card !== undefined && (choose?.(card, group) ?? true)) as Card[];
  if (cards.length === 0) return [];
  const rows = cards.map((card) => rowOf(board, card, group.id));
  return [headOf(group, countOf(rows)), ...rows];
}

function headOf(group: Group, count: number): Row {
  return {
    id: group.id,
    text: `${group.starred ? '★ ' : ''}${group.name || words.unnamed}`,
    name: group.name || words.unnamed,
    isNamed: group.name !== '',
    starred: group.starred,
    look: 'head',
    card: null,
    group: group.id,
    count,
  };
}

/** How many cards say this: itself and those stacked beneath it. */
export function timesOf(board: BoardState, card: string): number {
  return 1 + board.stacked(card).length;
}

/** Every card counts, those beneath another one too. */
export function countOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + (row.card === null ? 0 : (row.times ?? 1)), 0);
}

export function runsOf(rows: readonly Row[]): Run[] {
  const runs: Run[] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (row.group !== null && last?.group === row.group) last.cards.push(row);
    else runs.push(begin(row));
  }
  return runs;
}

function begin(row: Row): Run {
  const isHead = row.look === 'head';
  return {
    key: row.group ?? row.id,
    group: row.group,
    head: isHead ? row : null,
    cards: isHead ? [] : [row],
  };
}
