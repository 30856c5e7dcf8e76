/** The desk's own state beside the presentation's: what is searched for, and which cards are picked. */
import { CARDS_AT_ONCE } from '../../limits';
import { INBOX } from '../../board/places';
import { announce, toast } from '../../parts/announce.svelte';
import type { Card, Column, FacilitatorCommand } from '../../wire';
import { desk as words } from '../../words/desk';
import { people } from '../../words/people';
import { askedCards } from '../people/asked';
import type { Presentation } from '../presentation.svelte';
import { membersOf } from './members';
import { Finding } from './finding.svelte';

type CardsCommand = 'accept_late_cards' | 'bring_back_cards' | 'park_cards' | 'pass_cards';

export class Sorting {
  readonly finding: Finding;

  constructor(readonly presentation: Presentation) {
    this.finding = new Finding(presentation.board);
  }

  /** A set, because every card asks whether it is picked. */
  readonly picked = $derived.by(() => membersOf(this.presentation.selection.ids));
  readonly showing = $derived.by(() => this.presentation.showsCards);
  readonly inbox = $derived.by(() => this.found(this.presentation.board.column(INBOX)));
  readonly late = $derived.by(() => this.found(this.presentation.board.late));
  readonly parked = $derived.by(() => this.found(this.presentation.board.parked));
  /** Where cards are checked before they are shown: those that nobody has let pass. */
  readonly unchecked = $derived.by(() => {
    if (this.presentation.active?.checking !== true) return [];
    const cards = this.presentation.order.ofAllCards();
    return this.found(cards.filter((id) => this.card(id)?.passed === false));
  });
  /** Those that somebody in the room wants explained, most asked first. */
  readonly asked = $derived.by(() => this.found(askedCards(this.presentation).map(({ id }) => id)));

  column(id: string): readonly string[] {
    return this.found(this.presentation.board.column(id));
  }

  /** Loose cards and groups; a group stays when its name or one of its cards is found. */
  items(column: string | null): readonly string[] {
    const { board } = this.presentation;
    const items = board.items(column);
    if (!this.finding.isAsking) return items;
    return items.filter((id) => this.members(id).length > 0 || this.finding.keeps(this.card(id)));
  }

  /** A group's cards, those found among them, or all where its own name is found. */
  members(group: string): readonly string[] {
    const { board } = this.presentation;
    const cards = board.members(group);
    return this.finding.isNamed(board.group(group)?.name) ? cards : this.found(cards);
  }

  /** What the search leaves of a list; the list itself when nothing is searched for. */
  found(ids: readonly string[]): readonly string[] {
    return this.finding.found(ids);
  }

  /** On all lists that are shown, and beside them. */
  countFound(): number {
    const columns = this.presentation.columns().filter(({ id }) => this.finding.shows(id));
    const placed = columns.reduce((sum, { id }) => sum + this.column(id).length, 0);
    const waiting = this.finding.shows(null) ? this.inbox.length : 0;
    return placed + waiting + this.late.length + this.parked.length;
  }

  card(id: string): Card | undefined {
    return this.presentation.board.card(id);
  }

  isHidden(card: Card): boolean {
    return !this.showing || card.shown === false;
  }

  pick(event: MouseEvent, id: string, list: readonly string[]): void {
    const { selection } = this.presentation;
    if (event.shiftKey) selection.upTo(id, list);
    else if (event.ctrlKey || event.metaKey || isTouch(event)) selection.toggle(id);
    else if (this.picked.has(id) && this.picked.size === 1) selection.clear();
    else selection.only(id);
    this.#keepBearable();
  }

  pickAll(list: readonly string[]): void {
    for (const id of list.slice(0, CARDS_AT_ONCE)) this.presentation.selection.extendTo(id);
    if (list.length > CARDS_AT_ONCE) toast(words.selectedMost(CARDS_AT_ONCE));
  }

  send(column: Column | null): void {
    if (column) this.presentation.moves.send(column);
    else this.presentation.moves.sendBack();
  }

  accept(cards: readonly string[]): Promise<void> {
    return this.#each('accept_late_cards', cards, words.accepted(cards.length));
  }

  bringBack(cards: readonly string[]): Promise<void> {
    return this.#each('bring_back_cards', cards, words.broughtBack(cards.length));
  }

  park(cards: readonly string[]): Promise<void> {
    return this.#each('park_cards', cards, words.parkedNow(cards.length));
  }

  pass(cards: readonly string[]): Promise<void> {
    return this.#each('pass_cards', cards, people.passed);
  }

  answer(card: string): Promise<boolean> {
    return this.presentation.acts.performAndSay({ name: 'answer_card', card }, people.answered);
  }

  async #each(name: CardsCommand, cards: readonly string[], said: string): Promise<void> {
    for (let from = 0; from < cards.length; from += CARDS_AT_ONCE) {
      const command: FacilitatorCommand = { name, cards: cards.slice(from, from + CARDS_AT_ONCE) };
      if (!(await this.presentation.acts.perform(command))) return;
    }
    announce(said);
  }

  #keepBearable(): void {
    const { selection } = this.presentation;
    if (selection.ids.length <= CARDS_AT_ONCE) return;
    for (const id of selection.ids.slice(CARDS_AT_ONCE)) selection.toggle(id);
    toast(words.selectedMost(CARDS_AT_ONCE));
  }
}

function isTouch(event: MouseEvent): boolean {
  return event instanceof PointerEvent && event.pointerType === 'touch';
}
