/** Groups and stacks, as a facilitator makes them: by dropping, by selecting and pressing, or by key. */
import type { Drop } from '../../drag/drag';
import type { Onto } from '../../drag/place';
import { timesOf } from '../../groups/rows';
import { newId } from '../../ids';
import { announce, toast } from '../../parts/announce.svelte';
import type { Card, Column, FacilitatorCommand, Group } from '../../wire';
import { groups as words } from '../../words/groups';
import type { Presentation } from '../presentation.svelte';

export class Grouping {
  constructor(private readonly presentation: Presentation) {}

  /** What is selected, in the order of the board; cards of a selected group go along with it. */
  get chosen(): { cards: string[]; groups: string[] } {
    return this.#parted(this.presentation.order.of(this.presentation.selection.ids));
  }

  nameOf(group: string): string {
    return this.#board.group(group)?.name || words.unnamed;
  }

  countOf(item: string): number {
    if (!this.#board.group(item)) return timesOf(this.#board, item);
    return this.#board.members(item).reduce((sum, id) => sum + timesOf(this.#board, id), 0);
  }

  textOf(item: string): string | undefined {
    const group = this.#board.group(item);
    return group ? group.name || words.unnamed : this.#board.card(item)?.text;
  }

  /** Key g: whatever is selected becomes one group; a single card goes together with the one being read. */
  form(): void {
    const { cards, groups } = this.chosen;
    const reading = this.presentation.reading?.id;
    if (cards.length === 1 && groups.length === 0 && reading && !cards.includes(reading))
      return this.#with(cards[0]!, [reading]);
    if (groups.length === 1 && cards.length === 0 && reading)
      return this.join([reading], groups[0]!);
    if (groups.length > 0) return this.#intoFirst(groups, cards);
    if (cards.length < 2) return toast(words.pickTwo);
    // What lies in a column already stands for where the others go.
    const placed = cards.filter((id) => this.#board.card(id)?.column != null);
    this.#form([...placed, ...cards.filter((id) => !placed.includes(id))]);
  }

  /** Cards go into a group, wherever they were. */
  join(cards: string[], group: string, before: string | null = null): void {
    this.presentation.selection.clear();
    if (cards.length > 0) void this.#join(cards, group, before);
  }

  /** Pressed: what is selected goes into this group. */
  takeIn(group: string): void {
    const { cards, groups } = this.chosen;
    void this.#intoOne(group, groups, cards);
  }

  ungroup(): void {
    const cards = this.chosen.cards.filter((id) => this.#board.card(id)?.group != null);
    if (cards.length > 0)
      void this.#does({ name: 'ungroup_cards', cards }, words.said.ungrouped(this.#sum(cards)));
  }

  dissolve(): void {
    const { groups } = this.chosen;
    this.presentation.selection.clear();
    for (const group of groups)
      void this.#does({ name: 'dissolve_group', group }, words.said.dissolved);
  }

  stack(): void {
    const { cards } = this.chosen;
    if (cards.length < 2) return toast(words.pickTwoToStack);
    const placed = cards.filter((id) => this.#board.card(id)?.column != null);
    const inOrder = [...placed, ...cards.filter((id) => !placed.includes(id))];
    this.presentation.selection.only(inOrder[0]!);
    void this.#does(
      { name: 'stack_cards', cards: inOrder },
      words.said.stacked(this.#sum(inOrder)),
    );
  }

  unstack(cards: string[]): void {
    void this.#does({ name: 'unstack_cards', cards }, words.said.unstacked);
  }

  rename(group: string, label: string): Promise<boolean> {
    const said = words.said.named(label || words.unnamed);
    return this.#does({ name: 'name_group', group, label }, said);
  }

  /** To the end of a column, groups as one. */
  async send(column: Column | null, name: string): Promise<void> {
    const { cards, groups } = this.chosen;
    this.presentation.selection.clear();
    if (cards.length > 0) await this.presentation.moves.move(cards, column?.id ?? null);
    for (const group of groups) await this.#moveGroup(group, column?.id ?? null, null, name);
  }

  says(place: Onto, items: readonly string[]): string {
    if (place.kind === 'card') return words.form;
    return items.some((item) => this.#board.group(item)) ? words.merge : words.join;
  }

  async drop({ items, place }: Drop): Promise<void> {
    const { cards, groups } = this.#parted(items);
    if (place.kind === 'card') return this.#with(place.id, cards);
    if (place.kind === 'head') return void this.#intoOne(place.id, groups, cards);
    if (place.kind === 'group') return this.join(cards, place.group, place.before);
    const name = this.presentation.nameOf(place.column);
    if (cards.length > 0) await this.presentation.moves.move(cards, place.column, place.before);
    for (const group of groups) await this.#moveGroup(group, place.column, place.before, name);
  }

  /** These are one with a card: in its group, or in a new one where it lies. */
  #with(target: string, cards: string[]): void {
    const group = this.#board.card(target)?.group;
    if (group) this.join(cards, group);
    else this.#form([target, ...cards]);
  }

  #form(cards: string[]): void {
    const id = newId();
    // Selected at once, so that its name is one key away.
    this.presentation.selection.only(id);
    this.presentation.arrivals.lookAfter(cards);
    void this.presentation.acts.perform({ name: 'group_cards', cards }, id).then((done) => {
      if (done) announce(words.said.formed(this.#sum(cards)));
    });
  }

  #intoFirst(groups: string[], cards: string[]): void {
    if (groups.length === 1 && cards.length === 0) toast(words.pickTwo);
    else void this.#intoOne(groups[0]!, groups, cards);
  }

  async #intoOne(into: string, groups: string[], cards: string[]): Promise<void> {
    // At once: by the time the answer is there something else may be selected.
    this.presentation.selection.only(into);
    const coming = groups.filter((group) => group !== into);
    const merge = { name: 'merge_groups', groups: coming, into } as const;
    if (coming.length > 0) await this.#does(merge, words.said.merged);
    if (cards.length > 0) await this.#join(cards, into);
  }

  #join(cards: string[], group: string, before: string | null = null): Promise<boolean> {
    const said = words.said.joined(this.#sum(cards), this.nameOf(group));
    this.presentation.arrivals.lookAfter(cards);
    return this.#does({ name: 'join_group', cards, group, before }, said);
  }

  #moveGroup(group: string, column: string | null, before: string | null, name: string) {
    const said = words.said.moved(this.nameOf(group), name);
    return this.#does({ name: 'move_group', group, column, before }, said);
  }

  #parted(items: readonly string[]): { cards: string[]; groups: string[] } {
    const groups = items.filter((id) => this.#board.group(id));
    const cards = items.filter((id) => {
      const card = this.#board.card(id);
      return card !== undefined && !(card.group !== null && groups.includes(card.group));
    });
    return { cards, groups };
  }

  #sum(cards: readonly string[]): number {
    return cards.reduce((sum, id) => sum + this.countOf(id), 0);
  }

  #does(command: FacilitatorCommand, said: string): Promise<boolean> {
    return this.presentation.acts.performAndSay(command, said);
  }

  get #board() {
    return this.presentation.board;
  }
}

export function labelOf(group: Group, count: number): string {
  return group.name ? words.about(group.name, count) : words.unnamedCount(count);
}

export function isStarred(item: Card | Group | undefined): boolean {
  return item?.starred === true;
}
