/** Cards from a file or pasted lines: looked through first, then added five hundred at a time. */
import { CARDS_AT_ONCE } from '../../limits';
import type { ImportPreview, ImportRow, WorkshopApi } from '../../api';
import { newId } from '../../ids';
import type { NewCard, Refused, Unreachable } from '../../wire';

/** One command, and so one step to undo. */

export class Bringing {
  preview = $state.raw<ImportPreview | null>(null);
  busy = $state(false);
  refusal = $state.raw<Refused | Unreachable | null>(null);
  /** Also cards that are there already. */
  withDoubled = $state(false);
  /** Where people want a column to go that the board has no name for. */
  places = $state<Record<string, string>>({});
  added = $state(0);
  finished = $state(false);
  #parts: { id: string; cards: NewCard[] }[] | null = null;

  constructor(
    readonly api: WorkshopApi,
    readonly board: string,
  ) {}

  readonly rows = $derived.by((): readonly ImportRow[] => this.preview?.rows ?? []);
  readonly good = $derived.by(() => this.rows.filter((row) => this.isTaken(row)));
  readonly bad = $derived.by(() => this.rows.filter(({ problem }) => problem !== null));
  readonly doubled = $derived.by(() => this.rows.filter(({ problem }) => problem === 'doubled'));
  /** Column names of the file that the board does not know. */
  readonly unknown = $derived.by(() => {
    const names = this.rows.map(({ named }) => named);
    return names.filter((name, at) => name !== '' && names.indexOf(name) === at);
  });

  isTaken({ problem }: ImportRow): boolean {
    return problem === null || (problem === 'doubled' && this.withDoubled);
  }

  columnOf({ column, named }: ImportRow): string | null {
    return column ?? (this.places[named] || null);
  }

  async look(file: Blob, name: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.refusal = null;
    const found = await this.api.lookInto(file, name, this.board);
    this.busy = false;
    if (!found.ok) this.refusal = found;
    else {
      this.#parts = null;
      this.added = 0;
      this.preview = found;
    }
  }

  again(): void {
    this.preview = null;
    this.refusal = null;
  }

  /** Goes on where it stopped: the same part is sent under the same id, so nothing is added twice. */
  async add(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.refusal = null;
    this.#parts ??= this.#inParts();
    for (let part = this.#parts[0]; part; part = this.#parts[0]) {
      const answer = await this.api.addCards(part.id, this.board, part.cards);
      if (!answer.ok) {
        this.refusal = answer;
        break;
      }
      this.added += part.cards.length;
      this.#parts.shift();
    }
    this.busy = false;
    this.finished = this.refusal === null;
  }

  get steps(): number {
    return Math.ceil(this.good.length / CARDS_AT_ONCE);
  }
  /** Once some are in, the choices stand. */
  get begun(): boolean {
    return this.added > 0;
  }

  #inParts() {
    const cards = this.good.map((row) => ({ text: row.text, column: this.columnOf(row) }));
    const starts = Array.from({ length: this.steps }, (_, part) => part * CARDS_AT_ONCE);
    return starts.map((start) => ({
      id: newId(),
      cards: cards.slice(start, start + CARDS_AT_ONCE),
    }));
  }
}
