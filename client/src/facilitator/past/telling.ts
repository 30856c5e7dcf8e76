/** Lines of the history as sentences. */
import { common } from '../../words/common';
import { facilitator } from '../../words/facilitator';
import { history as words, type Told } from '../../words/history';
import type { Presentation } from '../presentation.svelte';
import type { Line, What, Who } from './fetch';

export function whoOf({ role, name }: Who): string {
  if (role === 'participant') return words.people;
  return name || (role === 'system' ? words.server : facilitator.screen);
}

export function sentenceOf({ name, what }: Line, presentation: Presentation): string {
  const say = words.said[name];
  return say ? say(toldOf(what, presentation)) : words.unknown;
}

function toldOf(what: What, presentation: Presentation): Told {
  const { count, column, text, group, phase, step, link, page, view, on } = what;
  const minutes = what.minutes ?? (what.seconds === undefined ? undefined : what.seconds / 60);
  return {
    count,
    ...(column === undefined ? {} : { column: presentation.nameOf(column) }),
    ...(text === undefined ? {} : { text }),
    ...(group === undefined ? {} : { group }),
    ...(phase === undefined ? {} : { phase: common.phases[phase] }),
    ...(step === undefined ? {} : { step: stepOf(step, what.step_count ?? 1) }),
    ...(link === undefined ? {} : { link }),
    ...(minutes === undefined ? {} : { minutes: Math.round(minutes) }),
    ...(page === undefined ? {} : { page: page + 1 }),
    ...(on === undefined ? {} : { on }),
    ...(view === undefined ? {} : { view: words.views[view] ?? view }),
  };
}

/** An undone step is named by its event. */
function stepOf(event: string, count: number): string {
  return words.said[event]?.({ count }) ?? words.unknown;
}
