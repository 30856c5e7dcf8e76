/** Which card is read to the room, one after the other. */
import type { Presentation } from './presentation.svelte';

export class Reader {
  constructor(private readonly presentation: Presentation) {}

  /** The first card that waits and is in nobody else's hands. */
  get firstFree(): string | null {
    const { board } = this.presentation;
    return board.inbox.find((id) => !board.holders.has(id)) ?? null;
  }

  skip(): void {
    const { acts, board, reading } = this.presentation;
    if (reading === undefined) return;
    // Already the last one: to skip it can only mean to begin again with the first.
    if (board.inbox.at(-1) === reading.id) this.read(this.firstFree);
    else void acts.perform({ name: 'skip_card', card: reading.id });
  }

  read(card: string | null): void {
    const { acts, active } = this.presentation;
    if (active) void acts.perform({ name: 'read_card', board: active.id, card });
  }
}
