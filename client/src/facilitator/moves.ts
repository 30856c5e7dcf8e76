/** What moves cards: into a column, back, aside, or up and down where they lie. */
import { announce } from '../parts/announce.svelte';
import type { Card, Column, FacilitatorCommand, Group } from '../wire';
import { common } from '../words/common';
import { facilitator } from '../words/facilitator';
import { language } from '../words/language.svelte';
import type { Presentation } from './presentation.svelte';

export class Moves {
  constructor(private readonly presentation: Presentation) {}

  move(cards: string[], column: string | null, before: string | null = null): Promise<boolean> {
    const said =
      column === null
        ? facilitator.said.backToInbox(cards.length)
        : facilitator.said.moved(cards.length, this.presentation.nameOf(column));
    this.presentation.arrivals.lookAfter(cards);
    return this.#does({ name: 'move_cards', cards, column, before }, said);
  }

  /** Number keys and column heads: the selected cards go there, or else the one being read. */
  send(column: Column): void {
    const { selection, grouping, reading } = this.presentation;
    if (selection.ids.length > 0) void grouping.send(column, language.of(column.name));
    else if (reading) this.#place(reading, column);
  }

  sendBack(): void {
    void this.presentation.grouping.send(null, common.inbox);
  }

  placeAsProposed(): void {
    const { active } = this.presentation;
    if (!active) return;
    const said = facilitator.said.placedAsProposed;
    void this.#does({ name: 'place_as_proposed', board: active.id }, said);
  }

  park(): void {
    const { board, grouping, selection } = this.presentation;
    const { cards: loose, groups } = grouping.chosen;
    const cards = [...loose, ...groups.flatMap((group) => board.members(group))];
    if (cards.length === 0) return;
    selection.clear();
    void this.#does({ name: 'park_cards', cards }, facilitator.said.parked(cards.length));
  }

  /** One place up or down in its column or group, or to an end. */
  async reorder(id: string, way: 'up' | 'down' | 'first' | 'last'): Promise<void> {
    const { board, order } = this.presentation;
    const item = board.card(id) ?? board.group(id);
    if (!item) return;
    const list = order.beside(id);
    const at = list.indexOf(id);
    const to = { up: at - 1, down: at + 1, first: 0, last: list.length - 1 }[way];
    if (to < 0 || to >= list.length || to === at) return;
    const before = (to > at ? list[to + 1] : list[to]) ?? null;
    await this.#does(standBefore(item, before), facilitator.said.reordered(to + 1, list.length));
  }

  /** This screen never holds cards that are not shown, so their names are asked for when they are wanted. */
  async acceptLate(): Promise<void> {
    const { acts, api } = this.presentation;
    const hello = await api.snapshot('inbox');
    if (!hello.ok) return acts.say(hello);
    const records = 'snapshot' in hello ? hello.snapshot : {};
    const cards = Object.values(records)
      .filter(isLate)
      .map((card) => card.id);
    if (cards.length === 0) return announce(facilitator.said.nothingLate);
    await acts.perform({ name: 'accept_late_cards', cards });
  }

  #place(card: Card, column: Column): void {
    // A card opened for reading again may already lie in a column: then it moves.
    if (card.column !== null) return void this.move([card.id], column.id);
    const said = facilitator.said.moved(1, language.of(column.name));
    this.presentation.arrivals.lookAfter([card.id]);
    void this.#does({ name: 'place_card', card: card.id, column: column.id }, said);
  }

  #does(command: FacilitatorCommand, said: string): Promise<boolean> {
    return this.presentation.acts.performAndSay(command, said);
  }
}

function standBefore(item: Card | Group, before: string | null): FacilitatorCommand {
  const { id, column } = item;
  if (!('text' in item)) return { name: 'move_group', group: id, column, before };
  if (item.group) return { name: 'join_group', cards: [id], group: item.group, before };
  return { name: 'move_cards', cards: [id], column, before };
}

function isLate(record: unknown): record is Card {
  return typeof record === 'object' && record !== null && 'late' in record && record.late === true;
}
