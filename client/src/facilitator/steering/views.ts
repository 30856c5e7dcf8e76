/** What every projected screen shows: the board's pages, the overview, or the way in for late comers. */
import { showsCards } from '../phases';
import type { Presentation } from '../presentation.svelte';
import type { View } from '../../wire';

export type Steerable = Extract<View, 'board' | 'overview' | 'qr'>;

export function viewOf({ active }: Presentation): View {
  return active?.view ?? 'board';
}

/** The overview is of cards that the room may see; the QR code may stand there at any time. */
export function canShow(view: Steerable, { active }: Presentation): boolean {
  return active !== undefined && (view !== 'overview' || showsCards(active.phase));
}

export function show(view: Steerable, presentation: Presentation): void {
  const board = presentation.active;
  if (!board || !canShow(view, presentation)) return;
  void presentation.acts.perform({ name: 'show_view', board: board.id, view });
}

/** There, and with the same key back to the board. */
export function toggle(view: Steerable, presentation: Presentation): void {
  show(viewOf(presentation) === view ? 'board' : view, presentation);
}
