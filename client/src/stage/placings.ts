/** A shown placing: what the room disagrees on most comes first, and in how many hands each column was. */
import type { BoardState } from '../board.svelte';
import type { Vote } from '../wire';
import { nameOf } from './ranking';

export type Agreement = 'apart' | 'partly' | 'agreed' | 'nobody';

export interface Placed {
  id: string;
  text: string;
  /** Where it lies now. */
  column: string | null;
  choices: Choice[];
  /** How many said anything of it. */
  said: number;
  /** The column that more chose than any other; null where there is none. */
  most: string | null;
  agreement: Agreement;
}

export interface Choice {
  column: string;
  count: number;
  /** How many of these raised their hands. */
  hands: number;
}

const AGREED = 0.8;
const APART = 0.5;

/** The smaller the part that chose the same column, the sooner it comes; last what nobody placed. */
export function placings(board: BoardState, vote: Vote): Placed[] {
  return itemsToPlace(board, vote.board)
    .map((id) => placed(board, vote, id))
    .filter(({ said }) => said > 0 || board.audience !== 'inbox')
    .sort((one, other) => rankOf(one) - rankOf(other) || other.said - one.said);
}

/** Everything on the board that stands by itself: first what lies in no column yet. */
export function itemsToPlace(board: BoardState, id: string): string[] {
  const columns = board.boardOf(id)?.columns ?? [];
  return [null, ...columns.map((column) => column.id)].flatMap((column) => [
    ...board.items(column, id),
  ]);
}

function placed(board: BoardState, vote: Vote, id: string): Placed {
  const columns = board.boardOf(vote.board)?.columns ?? [];
  const choices = columns.map(({ id: column }) => choice(vote, id, column));
  const said = choices.reduce((sum, { count }) => sum + count, 0);
  const top = Math.max(0, ...choices.map(({ count }) => count));
  const tops = choices.filter(({ count }) => count > 0 && count === top);
  return {
    id,
    text: nameOf(board, id),
    column: (board.card(id) ?? board.group(id))?.column ?? null,
    choices,
    said,
    most: tops.length === 1 ? tops[0]!.column : null,
    agreement: agreementOf(top, said),
  };
}

function choice({ tallies = {}, hands = {} }: Vote, item: string, column: string): Choice {
  const mark = `${item}:${column}`;
  const raised = hands[mark] ?? 0;
  return { column, count: (tallies[mark] ?? 0) + raised, hands: raised };
}

function agreementOf(top: number, said: number): Agreement {
  if (said === 0) return 'nobody';
  if (top / said >= AGREED) return 'agreed';
  return top / said <= APART ? 'apart' : 'partly';
}

function rankOf({ choices, said }: Placed): number {
  return said === 0 ? 2 : Math.max(...choices.map(({ count }) => count)) / said;
}
