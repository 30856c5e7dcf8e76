/** Putting one card into a group that is there, into a new one, or into a column by itself. */
import { plain } from '../desk/search';
import type { Card, Group } from '../../wire';
import { queue as words } from '../../words/queue';
import type { Presentation } from '../presentation.svelte';

/** Those that hold a card like this one, the likeliest first; nothing moves by itself. */
export function suggestedGroups({ board, finder }: Presentation, card: string): readonly string[] {
  const groups = (finder.near.get(card) ?? []).map((id) => board.card(id)?.group);
  return [...new Set(groups.filter((group) => group != null))];
}

export function groupsOf(presentation: Presentation): Group[] {
  const { board } = presentation;
  const columns = [...presentation.columns().map(({ id }) => id), null];
  const groups = columns.flatMap((column) => board.items(column).map((id) => board.group(id)));
  return groups.filter((group) => group !== undefined);
}

export function labelOf(presentation: Presentation, group: Group): string {
  if (group.name) return group.name;
  const [first] = presentation.board.members(group.id);
  return words.unnamed(first ? (presentation.board.card(first)?.text ?? '') : '');
}

/** Those whose name holds what was typed; those that begin with it first. */
export function found(
  presentation: Presentation,
  groups: readonly Group[],
  typed: string,
): Group[] {
  const wanted = plain(typed);
  const named = groups.map((group) => ({ group, name: plain(labelOf(presentation, group)) }));
  const hits = named.filter(({ name }) => name.includes(wanted));
  const rank = ({ name }: { name: string }) => (name.startsWith(wanted) ? 0 : 1);
  return hits.sort((one, other) => rank(one) - rank(other)).map(({ group }) => group);
}

export function join(presentation: Presentation, card: Card, group: Group): Promise<boolean> {
  const said = words.inGroup(labelOf(presentation, group));
  return presentation.acts.performAndSay(
    { name: 'join_group', cards: [card.id], group: group.id },
    said,
  );
}

/** A new group stands in a column from its beginning: one without a column would be one more thing to sort. */
export function begin(
  presentation: Presentation,
  card: Card,
  label: string,
  column: string,
): Promise<boolean> {
  return presentation.acts.performAndSay(
    { name: 'group_cards', cards: [card.id], label, column },
    words.inGroup(label),
  );
}

export function place(presentation: Presentation, card: Card, column: string): Promise<boolean> {
  return presentation.acts.perform(
    card.column === null && card.group === null
      ? { name: 'place_card', card: card.id, column }
      : { name: 'move_cards', cards: [card.id], column, before: null },
  );
}
