/** Which cards may say the same, as the server last told; asked again a moment after cards have changed. */
import { ask, type Reply } from '../../api/ask';
import { url } from '../../base';
import type { BoardState } from '../../board.svelte';
import { nearOf } from './near';
import type { Identity } from '../../identity';

export type Pair = [one: string, other: string, score: number];

export interface Pile {
  cards: string[];
  /** A group that is there already. */
  into?: string;
  /** A card's words that may serve as its name. */
  name?: string;
}

export interface Told {
  pairs: Pair[];
  groups: Pile[];
  aliases: string[][];
  by: 'spelling' | 'meaning';
  /** The server is still reading: asking again may find more. */
  more: boolean;
}

const SETTLE_MS = 2_000;
const AGAIN_MS = 700;
const AFTER_FAILURE_MS = 8_000;
const CHANGES_CARDS = /^(card|group):/;

export class Finder {
  told = $state.raw<Told | null>(null);
  failed = $state.raw<Exclude<Reply<Told>, { ok: true }> | null>(null);
  #watchers = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAt = Infinity;
  #address: string;

  constructor(
    private readonly board: BoardState,
    private readonly identity: Identity,
  ) {
    this.#address = url(`api/workshops/${identity.workshop}/similar`);
  }

  /** The cards that this one may say the same as, the likeliest first. */
  readonly near = $derived.by(() => nearOf(this.told?.pairs ?? []));

  /** Keeps the answer fresh for as long as somebody looks. */
  watch(): () => void {
    this.#watchers += 1;
    if (this.#watchers === 1) this.#askIn(0);
    const quiet = this.board.onEvents((_, { put, drop }) => {
      if ([...put, ...drop].some((key) => CHANGES_CARDS.test(key))) this.#askIn(SETTLE_MS);
    });
    return () => {
      quiet();
      this.#watchers -= 1;
      if (this.#watchers === 0) this.#rest();
    };
  }

  async ask(): Promise<void> {
    const board = this.board.board?.id;
    if (board === undefined) return;
    const audience = this.board.audience === 'inbox' ? 'inbox' : 'facilitator';
    const path = `${this.#address}?board=${board}&audience=${audience}`;
    const reply = await ask<Told>('GET', path, { token: this.identity.token });
    this.failed = reply.ok ? null : reply;
    if (reply.ok) this.told = reply;
    if (this.#watchers === 0) return;
    if (!reply.ok) this.#askIn(AFTER_FAILURE_MS);
    else if (reply.more) this.#askIn(AGAIN_MS);
  }

  /** Never later than it was due already: where cards change all the time it would never be asked. */
  #askIn(milliseconds: number): void {
    const at = Date.now() + milliseconds;
    if (at >= this.#dueAt) return;
    this.#rest();
    this.#dueAt = at;
    this.#timer = setTimeout(() => {
      this.#dueAt = Infinity;
      void this.ask();
    }, milliseconds);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#dueAt = Infinity;
  }
}
