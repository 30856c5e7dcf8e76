/** One workshop, live: keeps a board up to date and carries commands, by socket or else by HTTP. */
import { WorkshopApi } from './api';
import { BoardState, type Applied } from './board.svelte';
import { Clock } from './clock.svelte';
import { newId } from './ids';
import { Listeners } from './listeners';
import { Caller, endedBy, type Ended } from './live/caller';
import { LastResort } from './live/lastResort';
import { oneAtATime } from './live/oneAtATime';
import { openLine, type OpenLine } from './live/line';
import { VERSION } from './wire';
import type { Answer, Audience, Changes, Command, Head, Hello } from './wire';
import type { Outcome, Presence, Refused, Sent, Unreachable } from './wire';

export type LiveState = 'connecting' | 'live' | 'offline' | 'draining' | Ended;

export interface LiveOptions {
  workshop: string;
  token: string;
  audience?: Audience;
  open?: OpenLine;
}

export class Live {
  readonly board = new BoardState();
  readonly clock = new Clock();
  #state = $state<LiveState>('connecting');
  #presence = $state.raw<Presence | null>(null);
  #address = $state<string | null>(null);
  #audience: Audience | undefined;
  #api: WorkshopApi;
  #caller: Caller;
  #catchUp = oneAtATime(() => this.#askSocket());
  #poll = oneAtATime(() => this.#askHttp());
  #lastResort = new LastResort(this.#poll);
  /** No socket, but HTTP answers. */
  #polled = false;
  #listeners = new Listeners<[]>();
  #waiting = 0;

  constructor({ workshop, token, audience, open = openLine }: LiveOptions) {
    this.#audience = audience;
    this.#api = new WorkshopApi(workshop, token);
    this.#caller = new Caller(open, () => this.#greeting(token), {
      hello: (hello) => this.#greeted(hello),
      changes: (changes) => this.#hear(changes),
      head: (head) => this.#compare(head),
      presence: (presence) => (this.#presence = presence),
      doubt: () => void this.#catchUp(),
      lost: () => this.#lost(),
      draining: () => (this.#state = 'draining'),
      ended: (why) => this.#ended(why),
    });
  }

  get state(): LiveState {
    return this.#state;
  }
  get presence(): Presence | null {
    return this.#presence;
  }
  /** Where phones reach the server now. */
  get address(): string | null {
    return this.#address;
  }

  /** Never rejects. To try an unreachable one again, give the same id: the server then does it once. */
  command(command: Command, id = newId()): Promise<Outcome> {
    return this.send({ ...command, id });
  }

  async send(command: Sent): Promise<Outcome> {
    const outcome = (await this.#bySocket(command)) ?? (await this.#api.command(command));
    if (outcome.ok && !this.#connected) void this.#poll();
    return outcome;
  }

  /** Asks for another view of the same board; true when we hold it. A lost line asks for it when it is back. */
  async watch(audience: Audience): Promise<boolean> {
    this.#audience = audience;
    await (this.#connected ? this.#catchUp() : this.#poll());
    return this.board.audience === audience;
  }

  /** How many cards wait on this phone; the facilitator is told how many that are in the room. */
  tellWaiting(cards: number): void {
    if (cards === this.#waiting) return;
    this.#waiting = cards;
    if (this.#connected) this.#caller.line.waiting(cards);
  }

  /** Called each time the server is there again. */
  onLive(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  stop(): void {
    this.#lastResort.stop();
    this.#caller.stop();
  }

  get #isOver(): boolean {
    return endedBy(this.#state) !== undefined;
  }
  get #connected(): boolean {
    return this.#caller.line.connected;
  }

  /** What we hold can only be continued in the same view. */
  get #since(): number | undefined {
    const other = this.#audience && this.#audience !== this.board.audience;
    return other || this.board.seq < 0 ? undefined : this.board.seq;
  }

  #greeting(token: string): object {
    const asked = this.#audience === 'reader' || this.#audience === 'inbox';
    const audience = asked ? this.#audience : undefined;
    const waiting = this.#waiting || undefined;
    return { token, v: VERSION, since: this.#since, audience, waiting };
  }

  #greeted(hello: Hello): void {
    this.clock.hear(hello.now);
    this.#lastResort.stop();
    this.#polled = false;
    if (this.board.begin(hello) === 'gap') void this.#catchUp();
    this.#lives();
  }

  #hear(changes: Changes): void {
    if (this.board.apply(changes) === 'gap') void this.#catchUp();
  }

  #compare({ seq, now, address }: Head): void {
    if (now) this.clock.hear(now);
    if (address) this.#address = address;
    if (seq > this.board.seq) void this.#catchUp();
  }

  #lives(): void {
    this.#state = 'live';
    this.#listeners.tell();
  }

  #lost(): void {
    this.#presence = null;
    this.#lastResort.start();
    if (this.#state !== 'draining' && !this.#polled) this.#state = 'offline';
  }

  #ended(why: Ended): void {
    this.#lastResort.stop();
    this.#state = why;
  }

  async #bySocket(command: Sent): Promise<Answer | null> {
    if (!this.#connected) return null;
    const answer = await this.#caller.line.command(command).catch(() => null);
    if (!answer) void this.#catchUp();
    return answer;
  }

  async #askSocket(): Promise<void> {
    if (!this.#connected) return;
    const audience = this.#audience ? { audience: this.#audience } : {};
    const asked = { since: this.#since ?? 0, ...audience };
    const answer = await this.#caller.line.catchUp(asked).catch(() => null);
    if (!answer || this.#take(answer) === 'gap') this.#caller.callNow();
  }

  async #askHttp(): Promise<void> {
    const reply = await this.#api.snapshot(this.#audience, this.#since);
    if (this.#connected || this.#isOver) return;
    this.#polled = reply.ok;
    this.#take(reply);
    if (reply.ok && this.#state !== 'live') this.#lives();
    if (!reply.ok && this.#state === 'live') this.#state = 'offline';
  }

  #take(reply: Hello | Refused | Unreachable): Applied {
    if ('me' in reply) {
      this.clock.hear(reply.now);
      return this.board.apply(reply);
    }
    const why = endedBy(reply.code);
    if (why) this.#caller.end(why);
    return 'ignored';
  }
}
