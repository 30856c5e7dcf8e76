/** The order of a board's phases and what follows each. */
import type { Phase } from '../wire';

export const PHASES: readonly Phase[] = [
  'join',
  'trial',
  'write',
  'stopped',
  'show',
  'sort',
  'finished',
];

export function phaseAfter(phase: Phase): Phase | null {
  return PHASES[PHASES.indexOf(phase) + 1] ?? null;
}

/** Phases in which cards are on the screen. */
export function showsCards(phase: Phase): boolean {
  return phase === 'show' || phase === 'sort' || phase === 'finished';
}
