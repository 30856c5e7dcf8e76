/** Marks where somebody else's move has put a card, without touching the page's own elements. */
import { tick } from 'svelte';
import type { BoardState } from '../../board.svelte';

const MOST = 20;
const GLOW_MS = 2_000;
const MOVES = new Set([
  'card_placed',
  'cards_moved',
  'cards_brought_back',
  'late_cards_accepted',
  'group_formed',
  'cards_grouped',
  'cards_ungrouped',
  'group_moved',
  'groups_merged',
  'cards_unstacked',
]);

export function glowOnMoves(board: BoardState, root: () => HTMLElement | undefined): () => void {
  return board.onEvents((events, touched) => {
    if (!events.some(({ name }) => MOVES.has(name))) return;
    const cards = touched.put.filter((key) => key.startsWith('card:'));
    if (cards.length <= MOST)
      void glow(
        cards.map((key) => key.slice('card:'.length)),
        root(),
      );
  });
}

async function glow(ids: string[], root: HTMLElement | undefined): Promise<void> {
  await tick();
  for (const id of ids) {
    const card = root?.querySelector(`[data-card="${id}"]`);
    card?.animate([{ outline: '3px dashed #0f2f66' }, { outline: '3px dashed #0f2f66' }], GLOW_MS);
  }
}
