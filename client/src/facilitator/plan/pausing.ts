/** A break: planned after a board or whenever the room needs one, and how the day goes on from it. */
import type { MenuItem } from '../../parts/menuItems';
import { agenda } from '../../words/agenda';
import { planning } from '../../words/planning';
import { shortTitle } from '../agenda/course';
import type { NextStep } from '../next';
import type { Presentation } from '../presentation.svelte';

const USUAL = 15;
const LONGER = 5;
const MINUTE_MS = 60_000;

/** Minutes of the break that is planned after this board; 0 is none. */
export function plannedBreak({ board, active }: Presentation): number {
  return board.agenda?.steps.find((step) => step.board === active?.id)?.break_minutes ?? 0;
}

export function breakItem(presentation: Presentation): MenuItem {
  const backAt = presentation.board.workshop?.back_at;
  if (backAt) return { label: planning.pause.longer, pick: () => longer(presentation, backAt) };
  const minutes = plannedBreak(presentation) || USUAL;
  return { label: planning.pause.start(minutes), pick: () => pause(presentation, minutes) };
}

export function pause(presentation: Presentation, minutes: number): void {
  void presentation.acts.perform({ name: 'pause_phones', minutes });
}

/** After the last phase of a board a break ends at the next one. */
export function afterBreak(presentation: Presentation): NextStep {
  const { active, nextBoard, board } = presentation;
  const next = active?.phase === 'finished' ? nextBoard : undefined;
  const label = next ? agenda.next(shortTitle(board.boardOf(next), board)) : planning.pause.end;
  return { label, go: () => void goOn(presentation, next) };
}

async function goOn(presentation: Presentation, next: string | undefined): Promise<void> {
  presentation.selection.clear();
  const { acts } = presentation;
  if (next && !(await acts.perform({ name: 'open_board', board: next }))) return;
  await acts.perform({ name: 'resume_phones' });
}

function longer(presentation: Presentation, backAt: string): void {
  const left = Math.max(0, Date.parse(backAt) - presentation.live.clock.now());
  pause(presentation, Math.ceil(left / MINUTE_MS) + LONGER);
}
