/** One field of a decision while somebody writes it: saved by itself, kept on this device until it is. */
import { VALUE_LETTERS } from '../../../limits';
import type { BoardState } from '../../../board.svelte';
import type { Live } from '../../../live.svelte';
import { storage } from '../../../storage';
import { visibleLength } from '../../../text';
import type { DecideItem, SetStatus, WrittenField } from '../../../wire';
import { why, type Refusal } from '../../../words/refusals';

const PAUSE_MS = 1_000;

interface Kept {
  value: string;
  base: string;
}

export class Draft {
  value = $state('');
  /** What the server holds, as far as this screen knows. */
  #known = $state('');
  /** What it held when the writing began. */
  #base = $state('');
  #isDirty = $state(false);
  #isSaving = $state(false);
  #wasSaved = $state(false);
  #trouble = $state('');
  #awaitsEcho = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly live: Live,
    private readonly board: BoardState,
    private readonly item: string,
    readonly field: WrittenField,
  ) {
    this.#known = this.#base = this.value = this.held;
    const kept = this.#kept();
    if (kept && kept.value !== this.held) this.#goOn(kept);
    else this.#forget();
  }

  get held(): string {
    return this.board.decision(this.item)?.[this.field] ?? '';
  }
  get left(): number {
    return VALUE_LETTERS - visibleLength(this.value);
  }
  /** Somebody else has written here meanwhile: what they wrote; null when nobody has. */
  get theirs(): string | null {
    const isOther = this.#known !== this.#base && this.#known !== this.value.trim();
    return this.#isDirty && isOther ? this.#known : null;
  }
  get trouble(): string {
    return this.#trouble;
  }
  get state(): 'saving' | 'waits' | 'saved' | 'still' {
    if (this.#isSaving) return 'saving';
    if (this.#isDirty) return 'waits';
    return this.#wasSaved ? 'saved' : 'still';
  }

  /** What the server holds now has changed, by us or by somebody else. */
  hear(held: string): void {
    // Our own words come back as the server keeps them, cleaned.
    if (this.#awaitsEcho) this.#base = held;
    this.#awaitsEcho = false;
    this.#known = held;
    if (!this.#isDirty) this.value = this.#base = held;
    else if (this.value.trim() === held) this.#settle(held);
  }

  write(value: string): void {
    if (!this.#isDirty) this.#base = this.#known;
    this.value = value;
    this.#isDirty = true;
    this.#trouble = '';
    storage.set(this.#key, JSON.stringify({ value, base: this.#base } satisfies Kept));
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.save(), PAUSE_MS);
  }

  /** Nothing happens while there is nothing new, or while two people have yet to agree. */
  async save(): Promise<void> {
    clearTimeout(this.#pause);
    const value = this.value.trim();
    if (!this.#isDirty || this.#isSaving || this.theirs !== null || this.left < 0) return;
    if (value === this.#known) return this.#settle(value);
    this.#isSaving = true;
    const before = this.held;
    const outcome = await this.live.command(this.#command(value));
    this.#isSaving = false;
    if (!outcome.ok) return this.#refuse(outcome);
    this.#known = this.#base = value;
    this.#awaitsEcho = this.held === before;
    if (this.value.trim() === value) this.#settle(value);
    else await this.save();
  }

  takeTheirs(): void {
    this.value = this.#known;
    this.#settle(this.#known);
  }

  keepMine(): Promise<void> {
    this.#base = this.#known;
    return this.save();
  }

  #command(value: string): DecideItem | SetStatus {
    const { item, field } = this;
    const was = this.#base;
    if (field === 'status_note') return { name: 'set_status', item, note: value, was };
    return { name: 'decide_item', item, field, value, was };
  }

  #goOn({ value, base }: Kept): void {
    this.value = value;
    this.#base = base;
    this.#isDirty = true;
  }

  #refuse(outcome: Refusal): void {
    // Theirs is on its way and will be asked about; without a line it waits for one.
    const later = outcome.code === 'changed_since' || outcome.code === 'unreachable';
    if (!later) this.#trouble = why(outcome);
  }

  #settle(value: string): void {
    this.#known = this.#base = value;
    this.#isDirty = false;
    this.#wasSaved = true;
    this.#forget();
  }

  #forget(): void {
    storage.remove(this.#key);
  }

  #kept(): Kept | null {
    try {
      return JSON.parse(storage.get(this.#key) ?? 'null') as Kept | null;
    } catch {
      return null;
    }
  }

  get #key(): string {
    return `batkham:draft:${this.board.workshop?.id ?? ''}:decision:${this.item}:${this.field}`;
  }
}
