/** What the menus offer about deciding: the entry, the frame, taking things further, and the thank-you screen. */
import { when, type MenuItem } from '../../../parts/menuItems';
import { decision as words } from '../../../words/decision';
import { showsCards } from '../../phases';
import type { Presentation } from '../../presentation.svelte';
import { thank } from './ending';

/** About what is selected. */
export function itemItems(presentation: Presentation): MenuItem[] {
  const { active, selection, locked } = presentation;
  if (!active || locked || !showsCards(active.phase) || selection.ids.length === 0) return [];
  const decide = { label: words.entry, key: 'C', pick: () => (presentation.dialog = 'decide') };
  const carry = { label: words.carry, pick: () => (presentation.dialog = 'carry') };
  return selection.ids.length === 1 ? [decide, carry] : [carry];
}

export function decisionItems(presentation: Presentation): MenuItem[] {
  const { active, chosenItem, owner, locked } = presentation;
  if (!active) return [];
  const shown = showsCards(active.phase);
  return [
    ...when(shown && chosenItem !== null && !locked, {
      label: words.entry,
      key: 'C',
      pick: () => (presentation.dialog = 'decide'),
    }),
    ...when(shown && active.view !== 'frame', {
      label: words.showFrame,
      pick: () => void presentation.screens.show('frame'),
    }),
    ...when(shown && !locked, {
      label: words.carry,
      pick: () => (presentation.dialog = 'carry'),
    }),
    ...when(active.phase === 'finished' && active.view !== 'thanks', {
      label: words.thanks,
      pick: () => void presentation.screens.show('thanks'),
    }),
    ...when(active.phase === 'finished' && owner, {
      label: words.thanksWithLink,
      pick: () => void thank(presentation),
    }),
    ...when(owner && shown, {
      label: `${words.following}…`,
      pick: () => (presentation.dialog = 'following'),
    }),
  ];
}
