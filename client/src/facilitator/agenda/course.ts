/** Where the workshop is in its agenda: what comes next, what came before, and how the plan holds against the clock. */
import type { BoardState } from '../../board.svelte';
import { shorten } from '../../text';
import type { AgendaStep, Board } from '../../wire';
import { agenda as words } from '../../words/agenda';

const MINUTE_MS = 60_000;
/** More than this is another day, not a delay. */
const MOST_MINUTES = 6 * 60;
const SHORT_TITLE = 22;

export function following(steps: readonly AgendaStep[], active: string): AgendaStep | undefined {
  const at = steps.findIndex(({ board }) => board === active);
  return steps.slice(at + 1).find(({ skipped }) => !skipped);
}

export function preceding(steps: readonly AgendaStep[], active: string): AgendaStep | undefined {
  const at = steps.findIndex(({ board }) => board === active);
  return steps
    .slice(0, Math.max(0, at))
    .reverse()
    .find(({ skipped }) => !skipped);
}

/** Minutes behind the plan, negative when ahead; null where nothing was planned or begun. */
export function behind(steps: readonly AgendaStep[], active: string, now: number): number | null {
  const here = steps.find(({ board }) => board === active);
  const starts = steps.flatMap(({ started_at }) => (started_at ? [Date.parse(started_at)] : []));
  if (!here?.started_at || here.minutes === 0 || starts.length === 0) return null;
  const before = steps.filter(
    ({ board, started_at, skipped }) => board !== active && started_at !== null && !skipped,
  );
  const plannedStart = Math.min(...starts) + sum(before) * MINUTE_MS;
  const delay = Date.parse(here.started_at) - plannedStart;
  const ended = here.ended_at === null ? now : Date.parse(here.ended_at);
  const overrun = ended - plannedStart - here.minutes * MINUTE_MS;
  const minutes = Math.round(Math.max(delay, overrun) / MINUTE_MS);
  return Math.abs(minutes) > MOST_MINUTES ? null : minutes;
}

export function againstThePlan(minutes: number | null): string {
  if (minutes === null) return '';
  if (minutes === 0) return words.onTime;
  return minutes > 0 ? words.late(minutes) : words.early(-minutes);
}

/** A board's title, or its number where it has none. */
export function titleOf(board: Board | undefined, state: BoardState): string {
  if (board?.title) return board.title;
  const number = (state.workshop?.boards.indexOf(board?.id ?? '') ?? -1) + 1;
  return words.step(number);
}

export function shortTitle(board: Board | undefined, state: BoardState): string {
  return shorten(titleOf(board, state), SHORT_TITLE);
}

function sum(steps: readonly AgendaStep[]): number {
  return steps.reduce((all, { minutes, break_minutes }) => all + minutes + break_minutes, 0);
}
