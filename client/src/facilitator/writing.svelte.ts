/** How long people wrote, as far as this screen was there to see it. */
import type { Board } from '../wire';

const MINUTE_MS = 60_000;

export class WritingTime {
  #ms = $state(0);
  #since: number | null = null;

  /** 0 when unknown. */
  get minutes(): number {
    return Math.round(this.#ms / MINUTE_MS);
  }

  see({ phase, timer, stopped_at }: Partial<Board> = {}): void {
    if (phase === 'write' && timer) {
      this.#since ??= Date.parse(timer.ends_at) - timer.seconds * 1_000;
    } else if (stopped_at && this.#since !== null) {
      this.#ms = Date.parse(stopped_at) - this.#since;
      this.#since = null;
    }
  }
}
