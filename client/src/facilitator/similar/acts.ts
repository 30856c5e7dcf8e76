/** What a facilitator does with a suggestion. Nothing happens by itself, and each is one step to undo. */
import { newId } from '../../ids';
import { similar as words } from '../../words/similar';
import type { Presentation } from '../presentation.svelte';

/** The card goes to where the other one is: into its group, or they become one. */
export async function gather(presentation: Presentation, card: string, other: string) {
  const group = presentation.board.card(other)?.group;
  if (group) return join(presentation, [card], group);
  return form(presentation, [other, card], '');
}

export function join(presentation: Presentation, cards: string[], group: string): Promise<boolean> {
  return presentation.acts.performAndSay({ name: 'join_group', cards, group }, words.joined);
}

export async function form(
  presentation: Presentation,
  cards: string[],
  label: string,
): Promise<boolean> {
  const done = await presentation.acts.perform({ name: 'group_cards', cards, label }, newId());
  return done;
}

export function keepApart(presentation: Presentation, cards: string[]): Promise<boolean> {
  return presentation.acts.performAndSay({ name: 'keep_apart', cards }, words.keptApart);
}
