/** What menus are put together from. */

export interface MenuItem {
  label: string;
  pick: () => void;
  /** A shortcut to show beside the label. */
  key?: string;
  disabled?: boolean;
  danger?: boolean;
  /** Begins a section of the menu. */
  heading?: string;
}

/** Offered only on this condition. */
export function when(condition: boolean, item: MenuItem): MenuItem[] {
  return condition ? [item] : [];
}

/** Items under a heading of their own; none at all without items. */
export function section(heading: string, items: MenuItem[]): MenuItem[] {
  return items.map((item, at) => (at === 0 ? { ...item, heading } : item));
}

/** Each begins with a heading, but for the first perhaps. */
export function sectionsOf(items: MenuItem[]): MenuItem[][] {
  return items.reduce<MenuItem[][]>((all, item) => {
    if (item.heading || all.length === 0) return [...all, [item]];
    return [...all.slice(0, -1), [...all.at(-1)!, item]];
  }, []);
}
