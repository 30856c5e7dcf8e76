/** What the big button does next, what it says, and why it may have to wait. */
import { beginsShown } from '../intake';
import { agenda as words } from '../words/agenda';
import { decision } from '../words/decision';
import { facilitator } from '../words/facilitator';
import { planning } from '../words/planning';
import { shortTitle } from './agenda/course';
import { pause, plannedBreak } from './plan/pausing';
import { letPlace, nextTogether, placesFirst } from './plan/steering';
import type { Presentation } from './presentation.svelte';
import { PHASES, phaseAfter } from './phases';
import type { Phase } from '../wire';

export interface NextStep {
  label: string;
  go: () => void;
  /** Why it cannot be done now. */
  reason?: string;
}

/** The button then means the step after: neither a double click nor the next key may reach it. */
export function press(next: NextStep, event: MouseEvent, presentation: Presentation): void {
  if (next.reason || event.detail > 1) return;
  next.go();
  const button = event.currentTarget;
  if (presentation.dialog === null && button instanceof HTMLElement) button.blur();
}

export function nextStep(presentation: Presentation): NextStep {
  const step = whatFollows(presentation);
  return presentation.online ? step : { ...step, reason: facilitator.notWhileOffline };
}

function whatFollows(presentation: Presentation): NextStep {
  const now = nextTogether(presentation);
  if (now) return now;
  const phase = presentation.active?.phase ?? 'join';
  const { active } = presentation;
  if (active && beginsShown(active) && PHASES.indexOf(phase) < PHASES.indexOf('show'))
    return { label: facilitator.next.takeAndShow, go: () => presentation.start('sort') };
  if (phase === 'show' && placesFirst(presentation))
    return { label: planning.placing.start, go: () => letPlace(presentation) };
  const next = presentation.moving && phase === 'join' ? 'write' : phaseAfter(phase);
  if (next) return { label: nameOf(next, presentation), go: () => presentation.start(next) };
  if (presentation.locked)
    return { label: facilitator.next.locked, go: nothing, reason: facilitator.finish.locked };
  const { nextBoard: board, keepsSomething } = presentation;
  const minutes = plannedBreak(presentation);
  if (board && minutes > 0)
    return { label: planning.pause.start(minutes), go: () => pause(presentation, minutes) };
  if (board) return nextBoard(board, presentation);
  if (keepsSomething)
    return { label: decision.showFrame, go: () => void presentation.screens.show('frame') };
  const lock = { label: facilitator.next.lock, go: () => (presentation.dialog = 'lock') };
  return presentation.owner ? lock : { ...lock, reason: facilitator.onlyOwner };
}

function nextBoard(id: string, presentation: Presentation): NextStep {
  const label = words.next(shortTitle(presentation.board.boardOf(id), presentation.board));
  return { label, go: () => presentation.openBoard(id) };
}

function nameOf(phase: Phase, { board }: Presentation): string {
  switch (phase) {
    case 'show':
      // Not those that are parked or late.
      return facilitator.next.show((board.counts?.inbox ?? 0) + (board.counts?.placed ?? 0));
    case 'join':
    case 'trial':
      return facilitator.next.trial;
    default:
      return facilitator.next[phase];
  }
}

function nothing(): void {}
