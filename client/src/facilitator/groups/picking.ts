/** What a click picks: one, with Ctrl or a finger one more, with Shift all up to it. */
import type { Selection } from '../selection.svelte';

export function pickInto(
  selection: Selection,
  event: MouseEvent,
  id: string,
  list: readonly string[] = [],
): void {
  if (event.shiftKey) selection.upTo(id, list);
  else if (event.ctrlKey || event.metaKey || isTouch(event)) selection.toggle(id);
  else if (selection.has(id) && selection.ids.length === 1) selection.clear();
  else selection.only(id);
}

// A finger has no Shift: each tap adds one or takes it away.
function isTouch(event: MouseEvent): boolean {
  return event instanceof PointerEvent && event.pointerType === 'touch';
}
