/** The presenting layout's own state: what is selected, which page a column shows, which dialog is up. */
import { WorkshopApi } from '../api';
import type { BoardState } from '../board.svelte';
import type { Identity } from '../identity';
import { newId } from '../ids';
import type { Live } from '../live.svelte';
import { announce } from '../parts/announce.svelte';
import type { Board, Card, Column, FacilitatorCommand, Group, Phase, View } from '../wire';
import { common } from '../words/common';
import { facilitator } from '../words/facilitator';
import { language } from '../words/language.svelte';
import { INBOX } from '../board/places';
import { rowsOf, type Row } from '../groups/rows';
import { Acts } from './acts';
import { Arrivals } from './arrivals.svelte';
import { Grouping, isStarred } from './groups/grouping';
import { membersOf } from './desk/members';
import { Pages } from './pages.svelte';
import { showsCards } from './phases';
import { show } from './steering/views';
import { Finder } from './similar/finder.svelte';
import { Selection } from './selection.svelte';

export type DialogName =
  | 'add'
  | 'fix'
  | 'import'
  | 'take'
  | 'keys'
  | 'lock'
  | 'settings'
  | 'name'
  | 'wordings'
  | 'agenda'
  | 'vote'
  | 'hands'
  | 'child'
  | 'decide'
  | 'carry'
  | 'following'
  | 'group'
  | 'queue'
  | 'clerk'
  | 'past'
  | 'similar'
  | 'room';

export class Presentation {
  readonly acts: Acts;
  readonly api: WorkshopApi;
  readonly selection: Selection;
  readonly arrivals: Arrivals;
  readonly pages: Pages;
  readonly finder: Finder;
  readonly grouping: Grouping;
  dialog = $state<DialogName | null>(null);
  /** The card that has the keyboard. */
  standing: string | null = null;
  /** Cards in the air. */
  lifted = $state.raw<readonly string[]>([]);

  constructor(
    readonly live: Live,
    readonly board: BoardState,
    identity: Identity,
  ) {
    this.api = new WorkshopApi(identity.workshop, identity.token);
    this.acts = new Acts(live);
    this.selection = new Selection(board);
    this.arrivals = new Arrivals(board);
    this.finder = new Finder(board, identity);
    this.pages = new Pages(board, this.acts, this.arrivals);
    this.grouping = new Grouping(this);
  }

  readonly online = $derived.by(() => this.live.state === 'live');
  readonly locked = $derived.by(() => this.board.workshop?.locked === true);
  /** The room comes from another board: nobody needs to be let in and taught again. */
  readonly moving = $derived.by(() => this.board.workshop?.moved_on === true);
  readonly sortable = $derived.by(() => this.active !== undefined && !this.locked);
  readonly focused = $derived.by(() => {
    const focus = this.active?.focus;
    return focus && showsCards(this.active!.phase) ? focus : null;
  });
  /** What stands in place of the board's pages, other than one card or one column. */
  readonly steered = $derived.by(() => {
    const { view, phase } = this.active ?? {};
    if (view === 'qr') return view;
    if (view === 'overview') return phase && showsCards(phase) ? view : null;
    return this.focused?.group ? { group: this.focused.group } : null;
  });
  readonly reading = $derived.by((): Card | undefined => {
    const id = this.active?.phase === 'sort' ? this.active.reading : null;
    return id ? this.board.card(id) : undefined;
  });

  readonly owner = $derived.by(() => this.board.me?.role === 'facilitator');
  readonly nothingPlaced = $derived.by(() => (this.board.counts?.placed ?? 0) === 0);
  /** 104 ความคิด จาก 34 คน ใน 8 นาที */
  readonly ideas = $derived.by(() => {
    const { cards = 0, senders = 0, shared = false, wrote_seconds = 0 } = this.board.counts ?? {};
    if (cards === 0) return facilitator.noCards;
    const said = (shared ? facilitator.ideasFromDevices : facilitator.ideas)(cards, senders);
    const minutes = Math.round(wrote_seconds / 60);
    return minutes > 0 ? `${said} ${facilitator.inMinutes(minutes)}` : said;
  });
  readonly hasProposals = $derived.by(() =>
    this.board.inbox.some((id) => this.board.card(id)?.proposed),
  );

  /** Read afresh each time: a derived value kept the first record it saw of a board the room had just come to. */
  get active(): Board | undefined {
    return this.board.board;
  }

  columns(): readonly Column[] {
    return this.active?.columns ?? [];
  }

  nameOf(column: string | null): string {
    const found = this.columns().find((one) => one.id === column);
    return found ? language.of(found.name) : common.inbox;
  }

  list(column: string | null): readonly string[] {
    return column === null ? this.board.inbox : this.board.column(column);
  }

  rows(column: string): Row[] {
    return rowsOf(this.board, this.board.items(column));
  }

  following(id: string): string | null {
    const list = this.beside(id);
    return list[list.indexOf(id) + 1] ?? null;
  }

  /** What stands in one order with a card or a group: a group's cards, or what lies loose in its column. */
  beside(id: string): readonly string[] {
    const card = this.board.card(id);
    if (card?.group) return this.board.members(card.group);
    return this.board.items((card ?? this.board.group(id))?.column ?? null);
  }

  /** Everything that moves a card on this screen; reading it subscribes to all of it. */
  arrangement(): unknown[] {
    return [
      this.board.inbox,
      ...this.columns().flatMap(({ id }) => [this.board.items(id), this.list(id)]),
      this.pages.shown,
      this.arrivals.newest,
    ];
  }

  /** A card that moves takes its element along, and with it the focus: it is given back here. */
  standAgain(): void {
    if (this.standing === null || document.activeElement !== document.body) return;
    const { standing } = this;
    document
      .querySelector<HTMLElement>(
        `[role=option][data-card="${standing}"], [role=option][data-head="${standing}"]`,
      )
      ?.focus();
  }

  /** Every card on the board: what waits first, then column by column. */
  inOrderOfBoard(): string[] {
    return [INBOX, ...this.columns().map((column) => column.id)].flatMap((column) =>
      this.board.column(column),
    );
  }

  /** In the order of the board, whatever the order of picking. */
  inOrder(ids: readonly string[]): string[] {
    if (ids.length < 2) return [...ids];
    const wanted = membersOf(ids);
    return [null, ...this.columns().map(({ id }) => id)].flatMap((column) =>
      this.board
        .items(column)
        .flatMap((item) => (this.board.group(item) ? [item, ...this.board.members(item)] : item))
        .filter((id) => wanted.has(id)),
    );
  }

  /** What is picked up takes along what else is selected. */
  together(id: string): string[] {
    return this.selection.has(id) ? this.inOrder(this.selection.ids) : [id];
  }

  move(cards: string[], column: string | null, before: string | null = null): Promise<boolean> {
    const said =
      column === null
        ? facilitator.said.backToInbox(cards.length)
        : facilitator.said.moved(cards.length, this.nameOf(column));
    this.arrivals.lookAfter(cards);
    return this.acts.performAndSay({ name: 'move_cards', cards, column, before }, said);
  }

  /** Number keys and column heads: the selected cards go there, or else the one being read. */
  send(column: Column): void {
    if (this.selection.ids.length > 0) void this.grouping.send(column, language.of(column.name));
    else if (this.reading) this.#place(this.reading, column);
  }

  sendBack(): void {
    void this.grouping.send(null, common.inbox);
  }

  #place(card: Card, column: Column): void {
    // A card opened for reading again may already lie in a column: then it moves.
    if (card.column !== null) void this.move([card.id], column.id);
    else {
      const said = facilitator.said.moved(1, language.of(column.name));
      this.arrivals.lookAfter([card.id]);
      void this.acts.performAndSay({ name: 'place_card', card: card.id, column: column.id }, said);
    }
  }

  start(phase: Phase): void {
    this.selection.clear();
    if (this.active) void this.acts.perform({ name: 'start_phase', board: this.active.id, phase });
  }

  /** The room goes to another board; nothing of this one is lost. */
  openBoard(board: string): void {
    this.selection.clear();
    void this.acts.perform({ name: 'open_board', board });
  }

  placeAsProposed(): void {
    if (!this.active) return;
    const command = { name: 'place_as_proposed', board: this.active.id } as const;
    void this.acts.performAndSay(command, facilitator.said.placedAsProposed);
  }

  /** This screen never holds cards that are not shown, so their names are asked for when they are wanted. */
  async acceptLate(): Promise<void> {
    const hello = await this.api.snapshot('inbox');
    if (!hello.ok) return this.acts.say(hello);
    const records = 'snapshot' in hello ? hello.snapshot : {};
    const cards = Object.values(records)
      .filter(isLate)
      .map((card) => card.id);
    if (cards.length === 0) return announce(facilitator.said.nothingLate);
    await this.acts.perform({ name: 'accept_late_cards', cards });
  }

  /** The first card that waits and is in nobody else's hands. */
  get firstFree(): string | null {
    return this.board.inbox.find((id) => !this.board.holders.has(id)) ?? null;
  }

  skip(): void {
    const card = this.reading?.id;
    if (card === undefined) return;
    // Already the last one: to skip it can only mean to begin again with the first.
    if (this.board.inbox.at(-1) === card) this.read(this.firstFree);
    else void this.acts.perform({ name: 'skip_card', card });
  }

  read(card: string | null): void {
    if (this.active) void this.acts.perform({ name: 'read_card', board: this.active.id, card });
  }

  /** One place up or down in its column or group, or to an end. */
  async reorder(id: string, way: 'up' | 'down' | 'first' | 'last'): Promise<void> {
    const item = this.board.card(id) ?? this.board.group(id);
    if (!item) return;
    const list = this.beside(id);
    const at = list.indexOf(id);
    const to = { up: at - 1, down: at + 1, first: 0, last: list.length - 1 }[way];
    if (to < 0 || to >= list.length || to === at) return;
    const before = (to > at ? list[to + 1] : list[to]) ?? null;
    const said = facilitator.said.reordered(to + 1, list.length);
    await this.acts.performAndSay(this.#standBefore(item, before), said);
  }

  #standBefore(item: Card | Group, before: string | null): FacilitatorCommand {
    const { id, column } = item;
    if (!('text' in item)) return { name: 'move_group', group: id, column, before };
    if (item.group) return { name: 'join_group', cards: [id], group: item.group, before };
    return { name: 'move_cards', cards: [id], column, before };
  }

  park(): void {
    const { cards: loose, groups } = this.grouping.chosen;
    const cards = [...loose, ...groups.flatMap((group) => this.board.members(group))];
    if (cards.length === 0) return;
    this.selection.clear();
    void this.acts.performAndSay(
      { name: 'park_cards', cards },
      facilitator.said.parked(cards.length),
    );
  }

  /** Stars all of them; takes the star off when all have one. */
  star(): void {
    const cards = this.inOrder(this.selection.ids);
    if (cards.length === 0) return;
    const name = this.allStarred() ? 'unstar_cards' : 'star_cards';
    void this.acts.perform({ name, cards });
  }

  allStarred(): boolean {
    const ids = this.selection.ids;
    return (
      ids.length > 0 && ids.every((id) => isStarred(this.board.card(id) ?? this.board.group(id)))
    );
  }

  /** The one card or group that a command may be about: what is selected alone, or what is shown large. */
  get chosenItem(): string | null {
    const [only, ...more] = this.selection.ids;
    if (only !== undefined) return more.length > 0 ? null : only;
    const focus = this.active?.focus;
    return focus?.group ?? focus?.card ?? this.reading?.id ?? null;
  }

  show(view: View): Promise<boolean> {
    const board = this.active?.id ?? '';
    return this.acts.perform({ name: 'show_view', board, view });
  }

  focus(what: { card: string } | { column: string } | { group: string } | null): void {
    if (!this.active) return;
    const none = { card: null, column: null, group: null };
    void this.acts.perform({ name: 'focus', board: this.active.id, ...none, ...what });
  }

  /** Escape: first the selection goes, then what is shown large. */
  leave(): void {
    this.standing = null;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (this.selection.drop()) return;
    if (this.focused || this.steered) show('board', this);
  }

  showLarge(): void {
    const [only, ...more] = this.selection.ids;
    if (only === undefined || more.length > 0) return;
    this.selection.clear();
    this.focus(this.board.group(only) ? { group: only } : { card: only });
  }

  toggleBlank(): void {
    const blank = this.board.workshop?.blank === true;
    const said = blank ? facilitator.said.shown : facilitator.said.blank;
    void this.acts.performAndSay({ name: blank ? 'unblank_screens' : 'blank_screens' }, said);
  }

  addCard(board: Board, text: string, column: string | null): Promise<boolean> {
    return this.acts.perform({ name: 'add_card', board: board.id, text, column }, newId());
  }
}

function isLate(record: unknown): record is Card {
  return typeof record === 'object' && record !== null && 'late' in record && record.late === true;
}
