/** The queue as one sorter has it: one card in hand, the next one asked for, and given back when they leave. */
import type { Card, Column } from '../../wire';
import { facilitator } from '../../words/facilitator';
import { language } from '../../words/language.svelte';
import type { Presentation } from '../presentation.svelte';
import { shown } from '../shown.svelte';

/** Well within the two minutes after which the server thinks that nobody is there. */
const STILL_HERE_MS = 40_000;
/** Somebody who died with a card in hand is waited for no longer than this. */
const ASK_AGAIN_MS = 15_000;

export class Queue {
  /** All that is left is in other people's hands. */
  allHeld = $state(false);
  #asking = $state(false);
  /** The queue goes on behind it; what was placed has left the queue. */
  #skipped: string | null = null;

  constructor(readonly presentation: Presentation) {}

  readonly card = $derived.by((): Card | undefined => {
    const id = this.presentation.board.inHand;
    const card = id === undefined ? undefined : this.presentation.board.card(id);
    return card && card.column === null && card.group === null ? card : undefined;
  });
  readonly left = $derived.by(() => this.presentation.board.inbox.length);
  readonly runs = $derived.by(
    () => this.presentation.showsCards && this.presentation.active?.phase !== 'finished',
  );
  readonly able = $derived.by(
    () => this.presentation.online && this.presentation.sortable && this.card !== undefined,
  );

  /** Keeps a card in hand while there is one; reads what may bring one, so it runs again when that changes. */
  keepOne(): void {
    const { board, online, sortable, active } = this.presentation;
    void [board.inbox, board.holders, active?.reading];
    if (!online || !sortable || !this.runs || this.card || this.left === 0) return;
    void this.next();
  }

  /** Asked for at once: commands of one screen are decided in their order. */
  async next(): Promise<void> {
    const board = this.presentation.active;
    if (!board || this.#asking) return;
    this.#asking = true;
    const command = { name: 'hold_next', board: board.id, after: this.#skipped } as const;
    const outcome = await this.presentation.live.command(command);
    // The answer comes before the card does: asked again meanwhile, another one could change it under the thumb.
    if (outcome.ok) await shown(this.presentation.live, outcome.seq);
    this.#asking = false;
    this.allHeld = !outcome.ok && outcome.code === 'all_held';
  }

  place(column: Column): void {
    const card = this.card;
    if (!card || !this.able) return;
    const said = facilitator.said.moved(1, language.of(column.name));
    const command = { name: 'place_card', card: card.id, column: column.id } as const;
    void this.presentation.acts.performAndSay(command, said);
    void this.next();
  }

  park(): void {
    const card = this.card;
    if (!card || !this.able) return;
    void this.presentation.acts.performAndSay(
      { name: 'park_cards', cards: [card.id] },
      facilitator.said.parked(1),
    );
    void this.next();
  }

  skip(): void {
    if (!this.card || !this.able) return;
    this.#skipped = this.card.id;
    void this.next();
  }

  /** Until this sorter leaves: says now and then that they are still here. */
  stay(): () => void {
    const here = setInterval(() => this.#stillHere(), STILL_HERE_MS);
    const again = setInterval(() => this.allHeld && this.keepOne(), ASK_AGAIN_MS);
    return () => {
      clearInterval(here);
      clearInterval(again);
      void this.presentation.live.command({ name: 'let_go' });
    };
  }

  #stillHere(): void {
    if (this.card && document.visibilityState === 'visible')
      void this.presentation.live.command({ name: 'hold_card', card: this.card.id });
  }
}
