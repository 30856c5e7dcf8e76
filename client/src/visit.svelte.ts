/** Coming in by a link to look on: knocks again while the server does not answer. */
import { entered, enterByLink } from './entering';
import type { Identity } from './identity';
import { Live } from './live.svelte';
import type { Role } from './wire';
import type { Refusal } from './words/refusals';

const AGAIN_MS = 3_000;

export class Visit {
  readonly workshop = location.pathname.replace(/.*\//, '');
  identity = $state.raw<Identity>();
  live = $state.raw<Live>();
  /** Null: neither a link nor a device that was here before. */
  refusal = $state.raw<Refusal | null>();
  #isKnocking = $state(false);
  #roles: Role[];

  constructor(...roles: Role[]) {
    this.#roles = roles;
    void this.#enter();
  }

  readonly line = $derived.by(() => this.live?.state);
  readonly isAway = $derived.by(
    () => this.#isKnocking || this.line === 'offline' || this.line === 'draining',
  );

  async #enter(): Promise<void> {
    const entry = await enterByLink(this.workshop, ...this.#roles);
    this.#isKnocking = entry !== null && 'retry' in entry && entry.retry;
    if (this.#isKnocking) setTimeout(() => void this.#enter(), AGAIN_MS);
    else if (entered(entry)) this.#begin(entry);
    else this.refusal = entry;
  }

  #begin(as: Identity): void {
    this.identity = as;
    this.live = new Live({ workshop: this.workshop, token: as.token });
  }
}
