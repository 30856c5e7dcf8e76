/** Making one document after another: what is being made, for how long, and what came of it. */
import type { DocumentChoices, FileFormat, WantedDocument, WorkshopApi } from '../api';
import type { Refused, Unreachable } from '../wire';
import { language } from '../words/language.svelte';
import { saveFrom } from './save';

const AGAIN_AT_MOST = 4;
const SECOND_MS = 1_000;

export class Making {
  choices = $state.raw<DocumentChoices>({ language: language.current });
  /** A file that is the Word report's paper for now; only this page holds it. */
  letterhead = $state.raw<File | null>(null);
  /** Since when the office keeps a letterhead of its own on the server. */
  keptAt = $state.raw<string | null>(null);
  /** What is being made now. */
  format = $state.raw<FileFormat | null>(null);
  seconds = $state(0);
  /** Documents of this workshop that come before it. */
  ahead = $state(0);
  /** The name of the last document that was saved. */
  saved = $state('');
  refusal = $state.raw<Refused | Unreachable | null>(null);

  constructor(readonly api: WorkshopApi) {}

  get busy(): boolean {
    return this.format !== null;
  }

  /** Makes it and hands it to the browser to keep. */
  async take(format: FileFormat, more: Partial<WantedDocument> = {}): Promise<void> {
    const made = await this.#while(format, () =>
      this.#patiently(() =>
        format === 'docx' && this.letterhead
          ? this.api.makeInLetterhead(this.letterhead, this.choices)
          : this.api.makeDocument({ ...this.choices, ...more, format }),
      ),
    );
    if (!made?.ok) return;
    this.saved = made.name;
    saveFrom(made.path, made.name);
  }

  /** Makes it and keeps it here; null when it could not be made. */
  async fetch(format: FileFormat): Promise<File | null> {
    const made = await this.#while(format, () =>
      this.#patiently(() => this.api.exportFile(format, this.choices)),
    );
    return made?.ok ? made.file : null;
  }

  /** What the office keeps is used unless somebody says no. */
  async lookForLetterhead(): Promise<void> {
    const told = await this.api.officeLetterhead();
    if (told.ok) this.#letterheadIs(told.kept_at);
  }

  /** From now on for every workshop here. */
  async keepLetterhead(): Promise<void> {
    if (!this.letterhead) return;
    const told = await this.api.keepLetterhead(this.letterhead);
    this.refusal = told.ok ? null : told;
    if (!told.ok) return;
    this.letterhead = null;
    this.#letterheadIs(told.kept_at);
  }

  async removeLetterhead(): Promise<void> {
    const told = await this.api.removeLetterhead();
    this.refusal = told.ok ? null : told;
    if (told.ok) this.#letterheadIs(null);
  }

  #letterheadIs(keptAt: string | null): void {
    this.keptAt = keptAt;
    this.choices = { ...this.choices, letterhead: keptAt !== null };
  }

  refuse(refusal: Refused | Unreachable): void {
    this.refusal = refusal;
  }

  async #while<R extends { ok: true } | Refused | Unreachable>(
    format: FileFormat,
    make: () => Promise<R>,
  ): Promise<R | null> {
    if (this.busy) return null;
    this.refusal = null;
    this.saved = '';
    this.format = format;
    const stop = this.#count();
    const made = await make();
    stop();
    this.format = null;
    if (!made.ok) this.refusal = made;
    return made;
  }

  /** Others may be before us in the queue. */
  async #patiently<R extends { ok: true } | Refused | Unreachable>(
    make: () => Promise<R>,
  ): Promise<R> {
    for (let tries = 0; ; tries++) {
      const made = await make();
      if (made.ok || made.code !== 'busy' || tries === AGAIN_AT_MOST) return made;
      await new Promise((wake) => setTimeout(wake, made.after_ms ?? 3 * SECOND_MS));
    }
  }

  #count(): () => void {
    this.seconds = 0;
    this.ahead = 0;
    const clock = setInterval(() => {
      this.seconds += 1;
      void this.#askAhead();
    }, SECOND_MS);
    return () => clearInterval(clock);
  }

  async #askAhead(): Promise<void> {
    const told = await this.api.documentsWaiting();
    if (told.ok) this.ahead = Math.max(0, told.waiting - 1);
  }
}
