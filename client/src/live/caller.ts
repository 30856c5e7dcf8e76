/** Keeps the line to the server: calls again with patience, wakes with the page, and knows when to give up. */
import type { Changes, Head, Hello, Presence } from '../wire';
import type { Line, OpenLine } from './line';
import { onWake } from './wakes';

const ENDED = ['gone', 'revoked', 'reload', 'bad_token'] as const;
/** From here only the person can go on. */
export type Ended = (typeof ENDED)[number];

export function endedBy(code: string): Ended | undefined {
  return ENDED.find((why) => why === code);
}

export interface Told {
  hello: (hello: Hello) => void;
  changes: (changes: Changes) => void;
  head: (head: Head) => void;
  presence: (presence: Presence) => void;
  /** The line was there all the time, perhaps: ask something to see. */
  doubt: () => void;
  lost: () => void;
  draining: () => void;
  ended: (why: Ended) => void;
}

const CALL_AGAIN_MS = 500;
const CALL_AGAIN_SPREAD_MS = 4_000;
// A page that has just called hears `pageshow` as well.
const JUST_CALLED_MS = 3_000;
// The server says something every 10 s: after a longer silence the phone slept, or the line is dead.
const SILENCE_MS = 15_000;

export class Caller {
  readonly line: Line;
  #told: Told;
  #calledAt = Date.now();
  #heardAt = Date.now();
  #draining = false;
  #later: ReturnType<typeof setTimeout> | undefined;
  #stopWaking = onWake(() => this.#wake());

  constructor(open: OpenLine, greeting: () => object, told: Told) {
    this.#told = told;
    this.line = open(greeting, {
      hello: (hello) => this.#greeted(hello),
      changes: this.#hearing(told.changes),
      head: this.#hearing(told.head),
      room: this.#hearing(told.presence),
      draining: () => this.#drain(),
      gone: () => this.end('gone'),
      revoked: () => this.end('revoked'),
      refused: (code) => this.#refused(code),
      failed: told.lost,
      lost: () => this.#lost(),
      closed: () => this.#closed(),
    });
  }

  callNow(): void {
    this.#calledAt = this.#heardAt = Date.now();
    this.line.disconnect();
    this.#told.lost();
    this.line.connect();
  }

  end(why: Ended): void {
    this.stop();
    this.#told.ended(why);
  }

  stop(): void {
    clearTimeout(this.#later);
    this.#stopWaking();
    this.line.disconnect();
  }

  #greeted(hello: Hello): void {
    this.#draining = false;
    this.#heardAt = Date.now();
    this.#told.hello(hello);
  }

  #hearing<F>(tell: (frame: F) => void): (frame: F) => void {
    return (frame) => {
      this.#heardAt = Date.now();
      tell(frame);
    };
  }

  #drain(): void {
    this.#draining = true;
    this.#told.draining();
  }

  #lost(): void {
    this.#told.lost();
    // Everybody in the room lost the same server: the line's own delay would bring all back in half a second.
    if (this.#draining) this.#callLater();
  }

  #closed(): void {
    this.#told.lost();
    this.#callLater();
  }

  #refused(code: string): void {
    const why = code === 'malformed' ? 'reload' : endedBy(code);
    if (why) this.end(why);
    else this.#closed();
  }

  #callLater(): void {
    this.line.disconnect();
    clearTimeout(this.#later);
    const delay = CALL_AGAIN_MS + Math.random() * CALL_AGAIN_SPREAD_MS;
    this.#later = setTimeout(() => this.line.connect(), delay);
  }

  #wake(): void {
    const now = Date.now();
    if (this.line.connected && now - this.#heardAt < SILENCE_MS) this.#told.doubt();
    else if (now - this.#calledAt > JUST_CALLED_MS) this.callNow();
  }
}
