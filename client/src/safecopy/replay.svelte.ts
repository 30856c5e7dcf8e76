/** The board at any moment of its day: forwards frame by frame, elsewhere from the nearest kept moment. */
import { BoardState } from '../board.svelte';
import type { Records } from '../wire';
import type { Frame, SafeCopy } from './file';

const KEPT_EVERY = 200;
const NEAR = 40;
const NOW = '1970-01-01T00:00:00.000Z';

export class Replay {
  readonly board = new BoardState();
  readonly frames: readonly Frame[];
  #at = $state(0);
  #kept: Records[] = [];
  #last: Records;

  constructor({ first, frames, last }: SafeCopy) {
    this.frames = frames;
    this.#last = last;
    this.#keep(first);
    this.#begin(0);
    this.show(frames.length);
  }

  /** How many changes have happened at the moment that is shown. */
  get at(): number {
    return this.#at;
  }
  get end(): number {
    return this.frames.length;
  }
  /** The change that led here. */
  get frame(): Frame | undefined {
    return this.frames[this.#at - 1];
  }

  show(at: number): void {
    const to = Math.min(Math.max(at, 0), this.end);
    if (to >= this.#at && to - this.#at <= NEAR) this.#goOn(to);
    else this.#begin(to);
    this.#at = to;
  }

  #goOn(to: number): void {
    for (let number = this.#at; number < to; number++) {
      const { put, drop } = this.frames[number]!;
      this.board.apply({ from: number, to: number + 1, put, drop, events: [] });
    }
    if (to === this.end) this.#begin(to);
  }

  #begin(to: number): void {
    const snapshot = { ...this.#records(to), ...(to === this.end ? this.#last : {}) };
    const me = { role: 'facilitator', workshop: snapshot.workshop?.id ?? '' } as const;
    this.board.begin({ seq: to, now: NOW, audience: 'facilitator', me, snapshot });
  }

  #records(to: number): Records {
    const kept = Math.floor(to / KEPT_EVERY);
    const records = { ...this.#kept[kept] } as Record<string, unknown>;
    for (const frame of this.frames.slice(kept * KEPT_EVERY, to)) take(records, frame);
    return records as Records;
  }

  #keep(first: Records): void {
    const records = { ...first } as Record<string, unknown>;
    this.frames.forEach((frame, number) => {
      if (number % KEPT_EVERY === 0) this.#kept.push({ ...records } as Records);
      take(records, frame);
    });
    if (this.frames.length % KEPT_EVERY === 0) this.#kept.push(records as Records);
  }
}

function take(records: Record<string, unknown>, { put, drop }: Frame): void {
  for (const key of drop) Reflect.deleteProperty(records, key);
  Object.assign(records, put);
}
