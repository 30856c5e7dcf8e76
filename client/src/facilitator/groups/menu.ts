/** What can be done with selected groups, their cards and stacks, beside what has a button of its own. */
import { when, type MenuItem } from '../../parts/menuItems';
import { timesOf } from '../../groups/rows';
import { groups as words } from '../../words/groups';
import type { Presentation } from '../presentation.svelte';

export function groupItems(presentation: Presentation): MenuItem[] {
  const { board, grouping } = presentation;
  const { cards, groups } = grouping.chosen;
  const [only] = cards.length === 1 && groups.length === 0 ? cards : [];
  const inGroup = cards.some((id) => board.card(id)?.group != null);
  const stacks = cards.filter((id) => timesOf(board, id) > 1);
  return [
    ...when(inGroup, { label: words.ungroup, key: 'U', pick: () => grouping.ungroup() }),
    ...when(cards.length > 1, { label: words.stack, key: 'D', pick: () => grouping.stack() }),
    ...when(only !== undefined && stacks.length > 0, {
      label: words.wordings,
      key: 'D',
      pick: () => (presentation.dialog = 'wordings'),
    }),
    ...when(stacks.length > 0, { label: words.unstack, pick: () => grouping.unstack(stacks) }),
    ...when(groups.length > 0, { label: words.dissolve, pick: () => grouping.dissolve() }),
  ];
}
