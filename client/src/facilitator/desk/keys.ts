/** What each key does on the desk: as on the presenting layout, and before cards are shown as well. */
import { tick } from 'svelte';
import type { Column } from '../../wire';
import { GROUP_KEYS } from '../groups/keys';
import { isForThePage, isOnButton, keyName } from '../keys';
import { idOf, walk } from '../walk';
import type { Sorting } from './sorting.svelte';

export interface DeskKeys {
  sorting: Sorting;
  find: () => void;
  leave: () => void;
}
type Act = (it: DeskKeys, event: KeyboardEvent) => void;

const ANYWHERE: Record<string, Act> = {
  b: ({ sorting }) => sorting.presentation.screens.toggleBlank(),
  f: ({ leave }) => leave(),
  y: ({ sorting }) => void sorting.presentation.acts.redo(),
  z: ({ sorting }, { shiftKey }) => {
    const { acts } = sorting.presentation;
    void (shiftKey ? acts.redo() : acts.undo());
  },
  h: ({ sorting }) => (sorting.presentation.dialog = 'past'),
  '?': ({ sorting }) => (sorting.presentation.dialog = 'keys'),
  '/': ({ find }) => find(),
  Escape: ({ sorting }) => {
    if (!sorting.presentation.selection.drop()) sorting.finding.clear();
  },
};

const WHILE_SORTABLE: Record<string, Act> = {
  ...Object.fromEntries(
    Object.entries(GROUP_KEYS).map(([key, act]) => [
      key,
      ({ sorting }: DeskKeys) => act(sorting.presentation),
    ]),
  ),
  a: ({ sorting }) => (sorting.presentation.dialog = 'add'),
  p: ({ sorting }) => sorting.presentation.moves.park(),
  s: ({ sorting }) => sorting.presentation.star(),
  c: ({ sorting }) => (sorting.presentation.dialog = 'decide'),
  e: ({ sorting }) => {
    if (sorting.picked.size === 1) sorting.presentation.dialog = 'fix';
  },
};

export function onDeskKey(event: KeyboardEvent, it: DeskKeys): void {
  if (isSelectAll(event)) return pickWholeList(event, it.sorting);
  if (!isForThePage(event)) return;
  const key = keyName(event);
  if ((key === ' ' || key === 'Enter') && isOnButton(event)) return;
  const act = actOf(key, it);
  if (!act) return;
  event.preventDefault();
  act(it, event);
}

function actOf(key: string, { sorting }: DeskKeys): Act | undefined {
  if (key.startsWith('Arrow')) return (_, event) => void walk(sorting.presentation, key, event);
  if (!sorting.presentation.sortable) return ANYWHERE[key];
  const column = /^[1-9]$/.test(key) ? sorting.presentation.columns()[Number(key) - 1] : undefined;
  if (column) return () => void sendAndGoOn(sorting, column);
  if (key === '0') return () => void sendAndGoOn(sorting, null);
  return WHILE_SORTABLE[key] ?? ANYWHERE[key];
}

/** After a card went by its number the keyboard stands on the next one, so a whole inbox is sorted by 1, 2 and 3. */
async function sendAndGoOn(sorting: Sorting, column: Column | null): Promise<void> {
  const next = sorting.picked.size === 1 ? neighbour() : undefined;
  sorting.send(column);
  if (!next) return;
  sorting.presentation.selection.only(idOf(next) ?? '');
  await tick();
  next.focus();
}

function neighbour(): HTMLElement | undefined {
  const at = document.activeElement?.closest<HTMLElement>('[role=option]');
  const list = at?.closest('[role=listbox]')?.querySelectorAll<HTMLElement>('[role=option]');
  const all = list ? [...list] : [];
  const here = at ? all.indexOf(at) : -1;
  return all[here + 1] ?? all[here - 1];
}

function isSelectAll(event: KeyboardEvent): boolean {
  const asked = (event.ctrlKey || event.metaKey) && keyName(event) === 'a';
  return asked && event.target instanceof Element && event.target.closest('[role=option]') !== null;
}

function pickWholeList(event: KeyboardEvent, sorting: Sorting): void {
  event.preventDefault();
  const list = (event.target as Element).closest<HTMLElement>('[data-column]')?.dataset.column;
  sorting.pickAll(list ? sorting.column(list) : sorting.inbox);
}
