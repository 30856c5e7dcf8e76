/** Asks over plain HTTP again and again, for networks that let no socket through at all. */

const FIRST_MS = 12_000;
// A thousand phones that lost the same server must not come back at once.
const SPREAD_MS = 4_000;
const EVERY_MS = 5_000;

export class LastResort {
  #ask: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;

  constructor(ask: () => Promise<void>) {
    this.#ask = ask;
  }

  start(): void {
    if (!this.#asking) this.#next(FIRST_MS + Math.random() * SPREAD_MS);
    this.#asking = true;
  }

  stop(): void {
    this.#asking = false;
    clearTimeout(this.#timer);
  }

  #next(delay: number): void {
    this.#timer = setTimeout(() => void this.#turn(), delay);
  }

  async #turn(): Promise<void> {
    if (document.visibilityState === 'visible') await this.#ask();
    if (this.#asking) this.#next(EVERY_MS);
  }
}
