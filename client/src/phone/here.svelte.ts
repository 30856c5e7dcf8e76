/** One participant in one workshop: the live board, what waits to be sent, and what both say of the own cards. */
import { GRACE_SECONDS } from '../limits';
import type { Identity } from '../identity';
import { Live } from '../live.svelte';
import { Outbox } from '../outbox.svelte';
import { ownCards, type OwnCardShown } from '../outbox/ownCards';
import type { Board, Column, Workshop } from '../wire';

export class Here {
  readonly identity: Identity;
  readonly live: Live;
  readonly outbox: Outbox;
  #cards = $derived.by(() => this.#ownCards());
  #readers = 0;

  constructor(identity: Identity) {
    this.identity = identity;
    this.live = new Live({ workshop: identity.workshop, token: identity.token });
    this.outbox = new Outbox(identity.workshop, this.live);
  }

  get workshop(): Workshop | undefined {
    return this.live.board.workshop;
  }
  get board(): Board | undefined {
    return this.live.board.board;
  }
  /** Does the room want anything besides cards just now: cards below one, votes, how the day was? */
  get isAsked(): boolean {
    const { board } = this.live;
    const votes = board.votes().some((vote) => vote.status === 'open');
    return votes || board.round() !== undefined || board.checkOut?.status === 'open';
  }
  get title(): string {
    return this.workshop?.title ?? this.identity.title;
  }
  /** The newest first. */
  get cards(): readonly OwnCardShown[] {
    return this.#cards;
  }

  column(id: string | null): Column | undefined {
    return this.board?.columns.find((column) => column.id === id);
  }

  /** Cards this person may still send, for themselves or for a neighbour. */
  left(neighbour: boolean): number {
    if (!this.board) return 0;
    const limit = this.limit(neighbour);
    const sent = this.#cards.filter((card) => card.neighbour === neighbour && counts(card));
    return Math.max(0, limit - sent.length);
  }

  /** One phone that writes for its table has the table's cards. */
  limit(neighbour: boolean): number {
    if (neighbour) return this.board?.neighbour_cards ?? 0;
    const forTable = this.workshop?.tables_mode === 'table' && this.live.board.place?.table;
    return (forTable ? this.workshop?.table_cards : this.board?.cards_each) ?? 0;
  }

  /** Until when the server takes what was in the box as being in time. */
  get graceEndsAt(): number | null {
    const { phase, stopped_at } = this.board ?? {};
    return phase === 'stopped' && stopped_at ? Date.parse(stopped_at) + GRACE_SECONDS * 1000 : null;
  }

  /** Fetch the shown cards and follow them, until nobody on this phone needs them any more. */
  follow(): () => void {
    this.#readers += 1;
    if (this.#readers === 1) void this.live.watch('reader');
    return () => {
      this.#readers -= 1;
      if (this.#readers === 0) void this.live.watch('participant');
    };
  }

  stop(): void {
    this.live.stop();
    this.outbox.stop();
  }

  #ownCards(): OwnCardShown[] {
    if (!this.board) return [];
    return ownCards(this.live.board, this.outbox, this.board.id).reverse();
  }
}

/** A refused change is of a card that was taken; a refused card was not. */
function counts({ state, id, entry }: OwnCardShown): boolean {
  return state !== 'withdrawing' && !(state === 'refused' && entry === id);
}
