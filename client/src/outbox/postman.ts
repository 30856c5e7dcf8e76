/** Carries what waits, one at a time and in order; tries again with growing pauses, and at once when the server is back. */
import type { Outcome, Refused, Sent, Unreachable } from '../wire';
import type { Unsent } from './unsent';

export interface Sender {
  /** Never rejects. */
  send(command: Sent): Promise<Outcome>;
  onLive(listener: () => void): () => void;
}

export interface Bag {
  next(): Unsent | undefined;
  leaves(unsent: Unsent): void;
  returns(unsent: Unsent, outcome: Outcome): void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
// These are about the device, not about the card: it waits until the person has rejoined or reloaded.
const NOT_THE_CARD = ['bad_token', 'revoked', 'reload', 'unknown_host', 'foreign_origin'];

export class Postman {
  #sender: Sender;
  #bag: Bag;
  #underWay = false;
  #stopped = false;
  #failures = 0;
  #pausing: ReturnType<typeof setTimeout> | undefined;
  #stopListening: () => void;

  constructor(sender: Sender, bag: Bag) {
    this.#sender = sender;
    this.#bag = bag;
    this.#stopListening = sender.onLive(() => this.goNow());
  }

  /** Nothing while it pauses: what is new waits its turn behind what failed. */
  async go(): Promise<void> {
    if (this.#underWay || this.#stopped || this.#pausing) return;
    this.#underWay = true;
    let goOn = true;
    for (let unsent = this.#bag.next(); unsent && goOn; unsent = this.#bag.next())
      goOn = await this.#carry(unsent);
    this.#underWay = false;
  }

  goLater(pause: number): void {
    if (this.#stopped || this.#pausing) return;
    this.#pausing = setTimeout(() => this.goNow(), pause);
  }

  stop(): void {
    this.#stopped = true;
    this.#stopListening();
    clearTimeout(this.#pausing);
  }

  goNow(): void {
    clearTimeout(this.#pausing);
    this.#pausing = undefined;
    void this.go();
  }

  /** False when those behind it must wait as well. */
  async #carry(unsent: Unsent): Promise<boolean> {
    this.#bag.leaves(unsent);
    const outcome = await this.#sender.send(unsent.command);
    this.#bag.returns(unsent, outcome);
    if (!stays(outcome)) this.#failures = 0;
    else if (outcome.retry) this.goLater(this.#pause(outcome));
    return !stays(outcome) && !this.#stopped;
  }

  #pause(outcome: Refused | Unreachable): number {
    const longest = Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS);
    this.#failures += 1;
    const asked = 'after_ms' in outcome ? (outcome.after_ms ?? 0) : 0;
    return asked + longest * (0.5 + Math.random() / 2);
  }
}

/** Neither done nor refused for good: it is kept and sent again. */
export function stays(outcome: Outcome): outcome is Refused | Unreachable {
  return !outcome.ok && (outcome.retry || NOT_THE_CARD.includes(outcome.code));
}
