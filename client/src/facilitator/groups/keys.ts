/** The keys for groups and stacks, the same on both layouts. */
import { toast } from '../../parts/announce.svelte';
import { groups as words } from '../../words/groups';
import type { Presentation } from '../presentation.svelte';

export const GROUP_KEYS: Record<string, (presentation: Presentation) => void> = {
  // Nothing is selected: the card being read is the one to group.
  g: (it) => {
    if (it.selection.ids.length === 0 && it.reading) it.dialog = 'group';
    else it.grouping.form();
  },
  u: ({ grouping }) => grouping.ungroup(),
  d: (it) => {
    if (it.selection.ids.length === 1) seeWordings(it);
    else it.grouping.stack();
  },
  n: (it) => {
    const { groups } = it.grouping.chosen;
    if (groups.length === 1 && it.selection.ids.length === 1) it.dialog = 'name';
    else toast(words.pickGroup);
  },
};

function seeWordings(it: Presentation): void {
  const [only] = it.grouping.chosen.cards;
  if (only !== undefined && it.board.stacked(only).length > 0) it.dialog = 'wordings';
  else toast(words.pickTwoToStack);
}
