/** Which colour stands for which link: a colour helps to see, the name beside it says who. */
import type { BoardState } from '../../board.svelte';
import type { Key } from '../../wire';

const COLOURS = ['#7b2d8e', '#0b5f86', '#9c3a00', '#4b5d00', '#8c1650', '#3d4852'] as const;

export function sorterKeys(board: BoardState): readonly Key[] {
  return board.keys.filter(({ role }) => role === 'facilitator' || role === 'co_facilitator');
}

export function colourOf(board: BoardState, key: Key): string {
  const at = sorterKeys(board).findIndex(({ id }) => id === key.id);
  return COLOURS[Math.max(0, at) % COLOURS.length]!;
}

/** Whoever else has this card in their hands; one's own is no news. */
export function holderOf(board: BoardState, card: string): Key | undefined {
  const key = board.holders.get(card);
  return key && key.id !== board.me?.key ? key : undefined;
}
