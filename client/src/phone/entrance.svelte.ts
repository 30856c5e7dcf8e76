/** How this phone gets in: by the code in the address, again and again while nobody answers, or by a resume code. */
import { entered, enterByCode, join, plainCode, type Entry } from '../entering';
import { identityByCode, type Identity } from '../identity';
import type { Refused, Unreachable } from '../wire';
import { codeInAddress, resumeInAddress, tidyAddress } from './codeInAddress';

const TRY_AGAIN_MS = 2_000;
const TRY_AGAIN_SPREAD_MS = 3_000;

export class Entrance {
  #code = $state(codeInAddress());
  #entry = $state.raw<Entry | null>(null);
  #asking = $state(false);
  #rejoined = false;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    window.addEventListener('online', () => this.#later && void this.enter());
    void this.#enterFromAddress();
  }

  get code(): string {
    return this.#code;
  }
  get asking(): boolean {
    return this.#asking;
  }
  get identity(): Identity | null {
    return entered(this.#entry) ? this.#entry : null;
  }
  get refusal(): Refused | Unreachable | null {
    return this.#entry && !entered(this.#entry) ? this.#entry : null;
  }

  async enter(typed = this.#code): Promise<void> {
    this.#code = plainCode(typed);
    await this.#take(enterByCode(this.#code));
  }

  /** As somebody who was here before; who this phone was until now is forgotten. */
  async comeBack(resumeCode: string, code = this.#code): Promise<Refused | Unreachable | null> {
    const entry = await join(code, plainCode(resumeCode));
    if (!entered(entry)) return entry;
    this.#code = plainCode(code);
    this.#accept(entry);
    return null;
  }

  /** When the server no longer knows this phone; once by itself, later only when the person asks for it. */
  async joinAgain(asked = false): Promise<boolean> {
    if (this.#rejoined && !asked) return false;
    this.#rejoined = true;
    await this.#take(join(this.#code));
    return true;
  }

  async #enterFromAddress(): Promise<void> {
    const resume = resumeInAddress();
    if (!resume || identityByCode(this.#code)) return this.enter();
    const refusal = await this.comeBack(resume);
    if (refusal) await this.enter();
  }

  async #take(asked: Promise<Entry>): Promise<void> {
    clearTimeout(this.#later);
    this.#later = undefined;
    this.#asking = true;
    this.#accept(await asked);
    this.#asking = false;
  }

  #accept(entry: Entry): void {
    this.#entry = entry;
    if (entered(entry)) tidyAddress(this.#code);
    else if (entry.retry) this.#tryLater();
  }

  #tryLater(): void {
    const delay = TRY_AGAIN_MS + Math.random() * TRY_AGAIN_SPREAD_MS;
    this.#later = setTimeout(() => void this.enter(), delay);
  }
}
