/** The presenting layout's own state: what is selected, which page a column shows, which dialog is up. */
import { WorkshopApi } from '../api';
import type { BoardState } from '../board.svelte';
import type { Identity } from '../identity';
import { newId } from '../ids';
import type { Live } from '../live.svelte';
import type { Board, Card, Column, Phase } from '../wire';
import { common } from '../words/common';
import { ideasInTime } from '../words/counts';
import { facilitator } from '../words/facilitator';
import { language } from '../words/language.svelte';
import { countKept, keptOf } from '../decision/kept';
import { Acts } from './acts';
import { following } from './agenda/course';
import { Arrivals } from './arrivals.svelte';
import { Grouping, isStarred } from './groups/grouping';
import { Moves } from './moves';
import { Order } from './order';
import { Pages } from './pages.svelte';
import { showsCards } from './phases';
import { Reader } from './reader';
import { Screens } from './steering/screens.svelte';
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
  | 'confirm'
  | 'settings'
  | 'name'
  | 'wordings'
  | 'agenda'
  | 'vote'
  | 'hands'
  | 'placings'
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
  readonly order: Order;
  readonly moves: Moves;
  readonly reader: Reader;
  readonly screens: Screens;
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
    this.order = new Order(board, this.selection);
    this.moves = new Moves(this);
    this.reader = new Reader(this);
    this.screens = new Screens(this);
  }

  readonly online = $derived.by(() => this.live.state === 'live');
  readonly locked = $derived.by(() => this.board.workshop?.locked === true);
  /** The room comes from another board: nobody needs to be let in and taught again. */
  readonly moving = $derived.by(() => this.board.workshop?.moved_on === true);
  readonly sortable = $derived.by(() => this.active !== undefined && !this.locked);
  readonly reading = $derived.by((): Card | undefined => {
    const id = this.active?.phase === 'sort' ? this.active.reading : null;
    return id ? this.board.card(id) : undefined;
  });

  /** The board after this one in the agenda. */
  readonly nextBoard = $derived.by(
    () => following(this.board.agenda?.steps ?? [], this.board.workshop?.active ?? '')?.board,
  );
  /** Then there is a frame to end the day with. */
  readonly keepsSomething = $derived.by(
    () => countKept(keptOf(this.board, this.board.workshop?.active ?? '')) > 0,
  );
  readonly owner = $derived.by(() => this.board.me?.role === 'facilitator');
  readonly nothingPlaced = $derived.by(() => (this.board.counts?.placed ?? 0) === 0);
  /** 104 ความคิด จาก 34 คน ใน 8 นาที */
  readonly ideas = $derived.by(() => {
    const { counts } = this.board;
    return counts && counts.cards > 0 ? ideasInTime(counts) : facilitator.noCards;
  });
  readonly hasProposals = $derived.by(() =>
    this.board.inbox.some((id) => this.board.card(id)?.proposed),
  );

  /** Read afresh each time: a derived value kept the first record it saw of a board the room had just come to. */
  get active(): Board | undefined {
    return this.board.board;
  }

  /** Whether the room sees cards now. */
  get showsCards(): boolean {
    return this.active !== undefined && showsCards(this.active.phase);
  }

  columns(): readonly Column[] {
    return this.active?.columns ?? [];
  }

  nameOf(column: string | null): string {
    const found = this.columns().find((one) => one.id === column);
    return found ? language.of(found.name) : common.inbox;
  }

  /** Everything that moves a card on this screen; reading it subscribes to all of it. */
  arrangement(): unknown[] {
    return [
      this.board.inbox,
      ...this.columns().flatMap(({ id }) => [this.board.items(id), this.board.column(id)]),
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

  start(phase: Phase): void {
    this.selection.clear();
    if (this.active) void this.acts.perform({ name: 'start_phase', board: this.active.id, phase });
  }

  /** The room goes to another board; nothing of this one is lost. */
  openBoard(board: string): void {
    this.selection.clear();
    void this.acts.perform({ name: 'open_board', board });
  }

  /** Stars all of them; takes the star off when all have one. */
  star(): void {
    const cards = this.order.of(this.selection.ids);
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

  /** Escape: first the selection goes, then what is shown large. */
  leave(): void {
    this.standing = null;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (this.selection.drop()) return;
    if (this.screens.isAway) show('board', this);
  }

  addCard(board: Board, text: string, column: string | null): Promise<boolean> {
    return this.acts.perform({ name: 'add_card', board: board.id, text, column }, newId());
  }
}
