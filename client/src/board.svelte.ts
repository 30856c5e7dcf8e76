/** The board as one audience may see it, kept up to date by numbered frames. No rules of the workshop, no socket. */
import { Held } from './board/held.svelte';
import { holdersOf } from './board/holders';
import { Own } from './board/own.svelte';
import { below, beneath, INBOX, insideOf, LATE, PARKED } from './board/places';
import { Listeners } from './listeners';
import type * as wire from './wire';

/** `gap`: something between what we hold and this frame was lost, so ask for it. */
export type Applied = 'applied' | 'ignored' | 'gap';

export interface Happened {
  seq: number;
  name: wire.EventName;
}
export interface Touched {
  put: string[];
  drop: string[];
}

const NOTHING_YET = -1;

export class BoardState {
  #seq = $state(NOTHING_YET);
  #audience = $state.raw<wire.Audience | null>(null);
  #me = $state.raw<wire.Me | null>(null);
  #held = new Held();
  #own = new Own();
  #listeners = new Listeners<[events: Happened[], touched: Touched]>();

  /** The number of the last event in what we hold; below 0 we hold nothing yet. */
  get seq(): number {
    return this.#seq;
  }
  get audience(): wire.Audience | null {
    return this.#audience;
  }
  get me(): wire.Me | null {
    return this.#me;
  }

  get workshop(): wire.Workshop | undefined {
    return this.#held.get('workshop');
  }
  get agenda(): wire.Agenda | undefined {
    return this.#held.get('agenda');
  }
  get people(): wire.People | undefined {
    return this.#held.get('people');
  }
  get door(): wire.Door | undefined {
    return this.#held.get('door');
  }
  get keys(): readonly wire.Key[] {
    return this.#held.keys;
  }
  get steps(): wire.Steps | undefined {
    return this.#held.get(`steps:${this.#me?.key ?? ''}`);
  }
  /** A phone's own cards on the board, and apart from them those that hang below another. */
  get mine(): readonly wire.OwnCard[] {
    const cards = this.#own.cards;
    return cards.some((card) => card.parent) ? cards.filter((card) => !card.parent) : cards;
  }
  get myChildren(): readonly wire.OwnCard[] {
    return this.#own.cards.filter((card) => card.parent);
  }
  /** A phone's own seat and the cards it asked about. */
  get place(): wire.OwnPlace | undefined {
    return this.#own.place;
  }
  myBallot(vote: string): wire.OwnBallot | undefined {
    return this.#own.ballot(vote);
  }
  get myAnswer(): wire.OwnAnswer | undefined {
    return this.#own.answer;
  }

  tables(board = this.#active): readonly wire.TableCount[] {
    return this.#held.get(`tables:${board}`)?.tables ?? [];
  }
  /** Who has which card in their hands: keys by card. */
  readonly holders: ReadonlyMap<string, wire.Key> = $derived.by(() =>
    holdersOf(this.keys, (key) => this.#held.get(`hold:${key}`)),
  );
  /** The card in this screen's own hands. */
  get inHand(): string | undefined {
    return this.#held.get(`hold:${this.#me?.key ?? ''}`)?.card;
  }

  round(board = this.#active): wire.Round | undefined {
    return this.#held.get(`round:${board}`);
  }
  /** The votes of a board, the newest last. */
  votes(board = this.#active): readonly wire.Vote[] {
    return this.#held.votes.filter((vote) => vote.board === board);
  }
  decision(item: string): wire.Decision | undefined {
    return this.#held.get(`decision:${item}`);
  }
  get checkOut(): wire.CheckOut | undefined {
    return this.#held.get('check_out');
  }

  /** The board that the room works on now. */
  get board(): wire.Board | undefined {
    return this.boardOf(this.#active);
  }
  get boards(): wire.Board[] {
    const boards = this.workshop?.boards.map((id) => this.boardOf(id)) ?? [];
    return boards.filter((board) => board !== undefined);
  }
  get counts(): wire.Counts | undefined {
    return this.countsOf(this.#active);
  }
  boardOf(id: string): wire.Board | undefined {
    const board = this.#held.get(`board:${id}`);
    return board && { ...board, ...this.#held.get(`spotlight:${id}`) };
  }
  countsOf(id: string): wire.Counts | undefined {
    return this.#held.get(`counts:${id}`);
  }

  card(id: string): wire.Card | undefined {
    return this.#held.get(`card:${id}`);
  }
  group(id: string): wire.Group | undefined {
    return this.#held.get(`group:${id}`);
  }
  /** Ids of the loose cards and the groups of a column (null: the inbox) in their common order. */
  items(column: string | null, board = this.#active): readonly string[] {
    return this.#held.ids(board, column ?? INBOX);
  }
  /** Ids of a group's cards in order, without those stacked beneath one of them. */
  members(group: string): readonly string[] {
    return this.#held.ids(this.group(group)?.board ?? this.#active, insideOf(group));
  }
  /** Ids of the cards stacked beneath a card. */
  stacked(card: string): readonly string[] {
    return this.#held.ids(this.card(card)?.board ?? this.#active, beneath(card));
  }
  /** Ids of what hangs below a card or a group. */
  children(item: string): readonly string[] {
    const board = (this.card(item) ?? this.group(item))?.board ?? this.#active;
    return this.#held.ids(board, below(item));
  }

  /** Ids of cards in order, group by group, as in the three lists below; parked and late cards lie apart. */
  column(column: string, board = this.#active): readonly string[] {
    return this.#cards(this.items(column, board));
  }
  /** Ids of the loose cards that wait to be sorted. */
  get inbox(): readonly string[] {
    const items = this.items(null);
    return items.some((id) => this.group(id)) ? items.filter((id) => this.card(id)) : items;
  }
  get parked(): readonly string[] {
    return this.#held.ids(this.#active, PARKED);
  }
  get late(): readonly string[] {
    return this.#held.ids(this.#active, LATE);
  }

  /** The same list when there is no group in it, so that nobody draws anew what did not change. */
  #cards(items: readonly string[]): readonly string[] {
    return items.some((id) => this.group(id))
      ? items.flatMap((id) => (this.group(id) ? this.members(id) : id))
      : items;
  }

  /** Tells what happened after each frame, for animation and announcements; never for a snapshot. */
  onEvents(listener: (events: Happened[], touched: Touched) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** A new connection's greeting: a server that was restored from a safe copy may count from lower than we do. */
  begin(hello: wire.Hello): Applied {
    return 'snapshot' in hello ? this.#replace(hello, hello.snapshot) : this.apply(hello);
  }

  apply(frame: wire.Hello | wire.Changes): Applied {
    if ('from' in frame) return this.#change(frame);
    if ('snapshot' in frame)
      return this.#isOld(frame) ? 'ignored' : this.#replace(frame, frame.snapshot);
    return this.#catchUp(frame, frame.changes);
  }

  #catchUp(hello: wire.Hello, changes: wire.Changes): Applied {
    if (hello.audience !== this.#audience) return 'gap';
    this.#me = hello.me;
    const applied = this.#change(changes);
    if (applied !== 'gap' && hello.mine && hello.seq >= this.#seq) this.#own.replace(hello.mine);
    return applied;
  }

  #isOld(hello: wire.Hello): boolean {
    return hello.seq < this.#seq && hello.audience === this.#audience;
  }

  #replace(hello: wire.Hello, snapshot: wire.Records): Applied {
    this.#held.replace(snapshot);
    if (hello.mine) this.#own.replace(hello.mine);
    this.#me = hello.me;
    this.#audience = hello.audience;
    this.#seq = hello.seq;
    return 'applied';
  }

  #change(changes: wire.Changes): Applied {
    if (changes.to <= this.#seq) return 'ignored';
    if (changes.from > this.#seq) return 'gap';
    const known = this.#seq;
    this.#held.change(changes.put, changes.drop ?? []);
    if (changes.mine) this.#own.change(changes.mine.put, changes.mine.drop);
    this.#seq = changes.to;
    this.#tell(changes, known);
    return 'applied';
  }

  #tell(changes: wire.Changes, known: number): void {
    const events = (changes.events ?? [])
      .filter(([seq]) => seq > known)
      .map(([seq, name]) => ({ seq, name }));
    this.#listeners.tell(events, { put: Object.keys(changes.put), drop: changes.drop ?? [] });
  }

  get #active(): string {
    return this.workshop?.active ?? '';
  }
}
