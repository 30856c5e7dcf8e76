/** From one card or group to the next while the room decides: what it keeps, in the order of the board. */
import { keptOf } from '../../../decision/kept';
import { toast } from '../../../parts/announce.svelte';
import { decision as words } from '../../../words/decision';
import type { Presentation } from '../../presentation.svelte';

/** What stands before and after it among what is kept, or among everything placed when it is not kept. */
export function besides(
  presentation: Presentation,
  item: string,
): { before: string | undefined; after: string | undefined } {
  const { board, active } = presentation;
  const kept = keptOf(board, active?.id ?? '').flatMap(({ items }) => items.map(({ id }) => id));
  const all = presentation.columns().flatMap(({ id }) => [...board.items(id)]);
  const list = kept.includes(item) ? kept : all;
  const at = list.indexOf(item);
  return { before: list[at - 1], after: at < 0 ? list[0] : list[at + 1] };
}

export function showItem(presentation: Presentation, item: string): void {
  presentation.screens.focus(presentation.board.group(item) ? { group: item } : { card: item });
}

/** What the wall shows large, when it is a card or a group. */
export function largeItem({ screens: { focused } }: Presentation): string | null {
  return focused?.group ?? focused?.card ?? null;
}

/** On the presenting layout what is decided about stands large before the room. */
export function decideBeforeRoom(presentation: Presentation): void {
  const item = presentation.chosenItem;
  if (item === null) {
    presentation.dialog = null;
    return toast(words.pickOne);
  }
  presentation.selection.clear();
  if (largeItem(presentation) !== item) showItem(presentation, item);
}
