/** Arrow keys: from card to card and column to column; with Shift several, with Alt the card itself goes. */
import type { Presentation } from './presentation.svelte';

export async function walk(
  presentation: Presentation,
  key: string,
  event: KeyboardEvent,
): Promise<void> {
  const from = standing(presentation);
  if (event.altKey) return carry(presentation, from, key);
  const to = from ? neighbour(from, key) : document.querySelector<HTMLElement>('[role=option]');
  const id = to ? idOf(to) : undefined;
  if (!to || id === undefined) return;
  if (event.shiftKey) presentation.selection.extendTo(id);
  else presentation.selection.only(id);
  to.focus();
}

/** The card the keyboard stands on, or else the one selected last. */
function standing(presentation: Presentation): HTMLElement | null {
  const at = document.activeElement?.closest<HTMLElement>('[role=option]');
  if (at) return at;
  const id = presentation.selection.ids.at(-1);
  return id === undefined ? null : cardElement(id);
}

async function carry(
  presentation: Presentation,
  from: HTMLElement | null,
  key: string,
): Promise<void> {
  const id = from ? idOf(from) : undefined;
  if (id === undefined || !presentation.sortable) return;
  if (key === 'ArrowUp' || key === 'ArrowDown')
    await presentation.moves.reorder(id, key === 'ArrowUp' ? 'up' : 'down');
}

function neighbour(from: HTMLElement, key: string): HTMLElement | undefined {
  const list = cardsOf(from.closest('[role=listbox]'));
  const at = list.indexOf(from);
  if (key === 'ArrowUp') return list[at - 1];
  if (key === 'ArrowDown') return list[at + 1];
  const lists = [...document.querySelectorAll('[role=listbox]')];
  const here = lists.findIndex((one) => one.contains(from));
  const beside = cardsOf(lists[here + (key === 'ArrowRight' ? 1 : -1)] ?? null);
  return beside[Math.min(at, beside.length - 1)];
}

function cardsOf(list: Element | null): HTMLElement[] {
  return list ? [...list.querySelectorAll<HTMLElement>('[role=option]')] : [];
}

function cardElement(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(
    `[role=option][data-card="${id}"], [role=option][data-head="${id}"]`,
  );
}

/** A card's id, or that of the group whose head it is. */
export function idOf(option: HTMLElement): string | undefined {
  return option.dataset.card ?? option.dataset.head;
}
