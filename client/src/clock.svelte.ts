/** The server's clock as this device knows it; a phone's own may be wrong by hours. */

// Further off than any answer is late: one of the two clocks was set.
const CLOCK_WAS_SET_MS = 5_000;

export class Clock {
  #offset = $state(0);
  #heard = false;

  /** In milliseconds; bound, so that it can be handed to a countdown. */
  now = (): number => Date.now() + this.#offset;

  hear(iso: string): void {
    const offset = Date.parse(iso) - Date.now();
    if (!Number.isFinite(offset)) return;
    if (this.#isBetter(offset)) this.#offset = offset;
    this.#heard = true;
  }

  /** What the server says is late by the way it travelled: the largest offset travelled least. */
  #isBetter(offset: number): boolean {
    const better = offset - this.#offset;
    return !this.#heard || better > 0 || better < -CLOCK_WAS_SET_MS;
  }
}
