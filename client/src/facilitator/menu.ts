/** Everything else, in one menu, with the key that does the same. */
import { section, when, type MenuItem } from '../parts/menuItems';
import { agenda } from '../words/agenda';
import { facilitator } from '../words/facilitator';
import { queue } from '../words/queue';
import { steps } from '../words/steps';
import { nameOf } from './acts';
import { planItems } from './plan/steering';
import { steering as words } from '../words/steering';
import { roomCheck as room } from '../words/roomCheck';
import { canShow, toggle, viewOf } from './steering/views';
import type { Presentation } from './presentation.svelte';

export function menuItems(presentation: Presentation, onlayout: () => void): MenuItem[] {
  const { board, active, acts } = presentation;
  const redo = board.steps?.redo ?? null;
  const late = board.counts?.late ?? 0;
  const shown = presentation.showsCards;
  const free = !presentation.locked;
  return [
    ...when(active?.phase === 'join' && free, {
      label: facilitator.skipTrial,
      pick: () => presentation.start('write'),
    }),
    ...when(redo !== null && free, {
      label: redo ? steps.redoWhat(nameOf(redo)) : '',
      key: 'Y',
      pick: () => void acts.redo(),
    }),
    ...when(shown && free && presentation.hasProposals, {
      label: facilitator.menu.asProposed,
      pick: () => presentation.moves.placeAsProposed(),
    }),
    ...when(active?.phase === 'sort' && presentation.reading !== undefined, {
      label: facilitator.reading.stop,
      pick: () => presentation.reader.read(null),
    }),
    ...when(shown && active?.phase !== 'finished' && free && isTablet(), {
      label: queue.open,
      pick: () => (presentation.dialog = 'queue'),
    }),
    ...when(late > 0 && shown && free, {
      label: facilitator.menu.acceptLate(late),
      pick: () => void presentation.moves.acceptLate(),
    }),
    ...when(free, { label: facilitator.menu.addCard, pick: () => (presentation.dialog = 'add') }),
    ...planItems(presentation),
    ...section(facilitator.menu.screens, screenItems(presentation)),
    ...section(facilitator.menu.workshop, [
      { label: room.title, pick: () => (presentation.dialog = 'room') },
      { label: agenda.title, pick: () => (presentation.dialog = 'agenda') },
      { label: facilitator.menu.take, pick: () => (presentation.dialog = 'take') },
      { label: facilitator.menu.layout, key: 'F', pick: onlayout },
      { label: facilitator.menu.keys, key: '?', pick: () => (presentation.dialog = 'keys') },
      { label: facilitator.menu.settings, pick: () => (presentation.dialog = 'settings') },
    ]),
  ];
}

/** What every screen of the room shows. */
function screenItems(presentation: Presentation): MenuItem[] {
  const view = viewOf(presentation);
  return [
    ...when(canShow('overview', presentation), {
      label: view === 'overview' ? facilitator.leaveFocus : words.overview,
      key: 'O',
      pick: () => toggle('overview', presentation),
    }),
    ...when(presentation.active?.phase !== 'join', {
      label: view === 'qr' ? words.leaveQr : words.qr,
      pick: () => toggle('qr', presentation),
    }),
    { label: facilitator.menu.blank, key: 'B', pick: () => presentation.screens.toggleBlank() },
  ];
}

/** A laptop is usually mirrored, and there the queue is not offered: it is for a screen in somebody's hands. */
function isTablet(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}
