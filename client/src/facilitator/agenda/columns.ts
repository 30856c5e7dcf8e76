/** Columns while they are edited: one wording each, which replaces both languages only where it was changed. */
import { COLUMN_LETTERS, HINT_LETTERS } from '../../limits';
import { newId } from '../../ids';
import { visibleLength } from '../../text';
import type { Both, Colour, Column, Icon } from '../../wire';
import { agenda as words } from '../../words/agenda';
import { language } from '../../words/language.svelte';

export const LONGEST = { name: COLUMN_LETTERS, hint: HINT_LETTERS, starter: HINT_LETTERS };
export const COLOURS: readonly Colour[] = ['close', 'improve', 'open', 'sky', 'clay', 'brown'];
export const ICONS: readonly Icon[] = [
  'square',
  'arrow-up',
  'plus',
  'circle',
  'triangle',
  'diamond',
  'arrow-down',
  'minus',
  'check',
  'flag',
  'pause',
  'drop',
];

export interface ColumnDraft {
  id: string;
  icon: Icon;
  colour: Colour;
  name: string;
  hint: string;
  starter: string;
}

export function draftsOf(columns: readonly Column[]): ColumnDraft[] {
  return columns.map(({ id, icon, colour, name, hint, starter }) => ({
    id,
    icon,
    colour,
    name: language.of(name),
    hint: language.of(hint),
    starter: language.of(starter),
  }));
}

export function asColumns(drafts: readonly ColumnDraft[], known: readonly Column[]): Column[] {
  return drafts.map((draft) => {
    const before = known.find(({ id }) => id === draft.id);
    return {
      id: draft.id,
      icon: draft.icon,
      colour: draft.colour,
      name: inBoth(draft.name, before?.name),
      hint: inBoth(draft.hint, before?.hint),
      starter: inBoth(draft.starter, before?.starter),
    };
  });
}

export function isReady(drafts: readonly ColumnDraft[]): boolean {
  return drafts.every(
    ({ name, hint, starter }) =>
      name.trim() !== '' &&
      visibleLength(name) <= LONGEST.name &&
      visibleLength(hint) <= LONGEST.hint &&
      visibleLength(starter) <= LONGEST.starter,
  );
}

/** With a colour and a shape that no other column has yet. */
export function oneMore(drafts: readonly ColumnDraft[]): ColumnDraft {
  const free = <T>(all: readonly T[], taken: readonly T[]) =>
    all.find((one) => !taken.includes(one)) ?? all[0]!;
  return {
    id: `column-${newId()
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '0')
      .slice(0, 12)}`,
    icon: free(
      ICONS,
      drafts.map(({ icon }) => icon),
    ),
    colour: free(
      COLOURS,
      drafts.map(({ colour }) => colour),
    ),
    name: words.newColumn,
    hint: '',
    starter: '',
  };
}

function inBoth(text: string, before: Both | undefined): Both {
  return before && language.of(before) === text ? before : { th: text.trim(), en: text.trim() };
}
