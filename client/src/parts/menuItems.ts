/** What menus are put together from. */
import type { MenuItem } from './Menu.svelte';

/** Offered only on this condition. */
export function when(condition: boolean, item: MenuItem): MenuItem[] {
  return condition ? [item] : [];
}

/** Items under a heading of their own; none at all without items. */
export function section(heading: string, items: MenuItem[]): MenuItem[] {
  return items.map((item, at) => (at === 0 ? { ...item, heading } : item));
}
