/** What a drag means on every layout where cards and groups lie. */
import type { Dragging } from '../../drag/drag';
import type { Presentation } from '../presentation.svelte';

export function draggingOn(presentation: Presentation, allowed: () => boolean): Dragging {
  const { board, grouping, order } = presentation;
  return {
    together: (id) => order.together(id),
    text: (id) => grouping.textOf(id),
    count: (id) => grouping.countOf(id),
    isGroup: (id) => board.group(id) !== undefined,
    following: (id) => order.following(id),
    says: (place, items) => grouping.says(place, items),
    drop: (drop) => void grouping.drop(drop),
    lifted: (items) => (presentation.lifted = items),
    allowed,
  };
}
