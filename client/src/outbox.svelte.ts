/** What a phone has written and the server has not yet acknowledged: kept first, sent second, let go last. */
import { newId } from './ids';
import { entryOf, writes, type Entry, type Writing } from './outbox/entry';
import { Postman, stays, type Sender } from './outbox/postman';
import { erase, folder, isThere, newKey, readAll, write, type Unsent } from './outbox/unsent';
import { storage } from './storage';
import type { Outcome, ParticipantCommand } from './wire';

export interface Words {
  text: string;
  proposed?: string | null;
}

const OTHER_TAB_SENDS_MS = 10_000;
const SENT_SHOWN = 20;

export class Outbox {
  #workshop: string;
  #unsent = $state.raw<readonly Unsent[]>([]);
  #sending = $state<string | null>(null);
  #sent = $state.raw<readonly Entry[]>([]);
  #entries = $derived([...this.#sent, ...this.#unsent.map((one) => entryOf(one, this.#sending))]);
  #persistent = $state(storage.persistent);
  #postman: Postman;
  #lookAgain = (event: StorageEvent) => this.#otherTab(event.key);

  constructor(workshop: string, sender: Sender) {
    this.#workshop = workshop;
    this.#unsent = readAll(workshop);
    this.#postman = new Postman(sender, {
      next: () => this.#next(),
      leaves: (unsent) => this.#leaves(unsent),
      returns: (unsent, outcome) => this.#returns(unsent, outcome),
    });
    window.addEventListener('storage', this.#lookAgain);
    void this.#postman.go();
  }

  /** In the order they were written; the last few that arrived stand first. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }
  get waiting(): number {
    return this.#unsent.filter((one) => !one.refusal).length;
  }
  /** False: what waits here lasts only as long as this page. */
  get persistent(): boolean {
    return this.#persistent;
  }

  /** The id is the card's, when the command makes one. */
  put(command: ParticipantCommand, id = newId()): string {
    const key = newKey(this.#workshop, id);
    this.#write({ key, command: { ...command, id }, tried: false });
    void this.#postman.go();
    return id;
  }

  /** Changes an own card, wherever it is on its way. */
  edit(card: string, words: Words): void {
    const early = this.#untried(card);
    if (early) this.#write({ ...early, command: { ...early.command, ...words } });
    else this.put({ name: 'edit_card', card, ...words });
  }

  withdraw(card: string): void {
    const early = this.#untried(card);
    if (early) this.#erase(early);
    if (!early || early.command.name === 'edit_card') this.put({ name: 'withdraw_card', card });
  }

  /** A refused one, as a new try with other words or the same. */
  again(id: string, words?: Words): void {
    const refused = this.#find(id);
    if (!refused?.refusal) return;
    this.dismiss(id);
    this.put({ ...refused.command, ...words });
  }

  dismiss(id: string): void {
    const refused = this.#find(id);
    if (refused?.refusal) this.#erase(refused);
  }

  /** Whatever it waits for is over: try at once. */
  goOn(): void {
    this.#postman.goNow();
  }

  /** Whatever of these was refused or arrived needs to be told no longer; what still waits is sent. */
  forget(...names: ParticipantCommand['name'][]): void {
    const old = (one: { command: ParticipantCommand }) => names.includes(one.command.name);
    for (const one of this.#unsent) if (one.refusal && old(one)) this.#erase(one);
    this.#sent = this.#sent.filter((one) => !old(one));
  }

  stop(): void {
    window.removeEventListener('storage', this.#lookAgain);
    this.#postman.stop();
  }

  #next(): Unsent | undefined {
    this.#look();
    return this.#unsent.find((one) => !one.refusal);
  }

  #leaves(unsent: Unsent): void {
    this.#sending = unsent.command.id;
    this.#write({ ...unsent, tried: true });
  }

  #returns(unsent: Unsent, outcome: Outcome): void {
    this.#sending = null;
    if (outcome.ok) this.#arrived(unsent, outcome.seq);
    else if (!stays(outcome) && isThere(unsent))
      this.#write({ ...unsent, tried: true, refusal: outcome });
  }

  #arrived(unsent: Unsent, seq: number): void {
    const { command } = unsent;
    const sent = { id: command.id, command, state: 'sent' as const, seq };
    this.#sent = [...this.#sent, sent].slice(-SENT_SHOWN);
    this.#erase(unsent);
  }

  #otherTab(key: string | null): void {
    if (key && !key.startsWith(folder(this.#workshop))) return;
    this.#look();
    // The tab that wrote it sends it; this one only if that tab is gone by then.
    this.#postman.goLater(OTHER_TAB_SENDS_MS);
  }

  #write(unsent: Unsent): void {
    this.#persistent = write(unsent);
    this.#look();
  }
  #erase(unsent: Unsent): void {
    erase(unsent);
    this.#look();
  }
  #look(): void {
    this.#unsent = readAll(this.#workshop);
  }

  #find(id: string): Unsent | undefined {
    return this.#unsent.find((one) => one.command.id === id);
  }

  /** What would make or change this card and has not left: it can still be rewritten. */
  #untried(card: string): Writing | undefined {
    this.#look();
    return this.#unsent.filter((one) => !one.tried && !one.refusal).find(writes(card));
  }
}
