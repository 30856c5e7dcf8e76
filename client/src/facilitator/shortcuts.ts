/** What each key does on the presenting layout. */
import { toast } from '../parts/announce.svelte';
import { facilitator } from '../words/facilitator';
import { GROUP_KEYS } from './groups/keys';
import { isForThePage, isOnButton, keyName } from './keys';
import type { Presentation } from './presentation.svelte';
import { toggle } from './steering/views';
import { walk } from './walk';

type Act = (presentation: Presentation, event: KeyboardEvent) => void;

/** In any phase. */
const ALWAYS: Record<string, Act> = {
  b: (it) => it.screens.toggleBlank(),
  // A clicker's black screen, and its start button: it must never load the page anew.
  '.': (it) => it.screens.toggleBlank(),
  F5: (it) => toggle('overview', it),
  o: (it) => toggle('overview', it),
  y: (it) => void it.acts.redo(),
  z: (it, event) => void (event.shiftKey ? it.acts.redo() : it.acts.undo()),
  PageDown: (it) => it.pages.turn(1),
  PageUp: (it) => it.pages.turn(-1),
  '?': (it) => (it.dialog = 'keys'),
};

/** While cards are on the screen. */
const WITH_CARDS: Record<string, Act> = {
  Escape: (it) => it.leave(),
  Enter: (it) => it.screens.focusSelected(),
  '0': (it) => it.moves.sendBack(),
  p: (it) => it.moves.park(),
  s: (it) => it.star(),
  e: (it) => {
    if (it.selection.ids.length === 1) it.dialog = 'fix';
  },
  ' ': (it) => it.reader.skip(),
  c: (it) => (it.dialog = 'decide'),
  ...GROUP_KEYS,
};

export function onKey(
  event: KeyboardEvent,
  presentation: Presentation,
  onlayout: () => void,
): void {
  if (!isForThePage(event)) return;
  const key = keyName(event);
  // Behind a blank screen nobody sees what a key does.
  if (presentation.board.workshop?.blank && key !== 'b' && key !== '.') {
    if (key === 'F5') event.preventDefault();
    return;
  }
  if ((key === ' ' || key === 'Enter') && isOnButton(event)) return;
  const act = key === 'f' ? onlayout : actOf(key, presentation, event);
  if (!act) return;
  event.preventDefault();
  act(presentation, event);
}

function actOf(key: string, presentation: Presentation, event: KeyboardEvent): Act | undefined {
  if (!presentation.showsCards) return ALWAYS[key];
  if (presentation.locked && key !== 'Escape' && key !== 'Enter' && !key.startsWith('Arrow'))
    return ALWAYS[key];
  if (key.startsWith('Arrow')) return (it) => void walk(it, key, event);
  return numbered(key, presentation) ?? WITH_CARDS[key] ?? ALWAYS[key];
}

function numbered(key: string, presentation: Presentation): Act | undefined {
  const column = /^[1-9]$/.test(key) ? presentation.columns()[Number(key) - 1] : undefined;
  if (!column) return undefined;
  return (it) => {
    if (it.selection.ids.length === 0 && !it.reading) toast(facilitator.pickFirst);
    else it.moves.send(column);
  };
}
