/** A server that answers by socket and by HTTP, as far as the line to it is not cut. */
import { vi } from 'vitest';
import type { Heard, Line, OpenLine } from '../../src/live/line';
import type { Answer, CatchUp, Hello, Refused, Sent } from '../../src/wire';
import { FakeBoard } from './fakeBoard';

export class FakeServer {
  board = new FakeBoard();
  /** Every command that arrived, by socket or by HTTP. */
  got: { by: 'socket' | 'http'; command: Sent }[] = [];
  greetings: object[] = [];
  caughtUp: CatchUp[] = [];
  waiting: number[] = [];
  requests: string[] = [];
  socketAnswers = true;
  httpAnswers = true;
  calls = 0;
  #heard: Heard | undefined;
  #connected = false;
  #greeting: () => object = () => ({});
  #done = new Set<string>();
  refusals: Refused[] = [];
  /** What a command does to the board; its screens are told by `heard.changes`. */
  does: (command: Sent) => void = () => {};

  open: OpenLine = (greeting, heard): Line => {
    this.#greeting = greeting;
    this.#heard = heard;
    this.calls += 1;
    const isConnected = () => this.#connected;
    return {
      get connected() {
        return isConnected();
      },
      connect: () => void (this.calls += 1),
      disconnect: () => void (this.#connected = false),
      command: (command) => this.#answered(() => this.#perform('socket', command)),
      catchUp: (asked) => this.#answered(() => this.#catchUp(asked)),
      waiting: (cards) => void this.waiting.push(cards),
    };
  };

  get heard(): Heard {
    return this.#heard!;
  }

  /** The call goes through. */
  accept(hello: Hello = this.board.hello()): void {
    this.#connected = true;
    this.greetings.push(this.#greeting());
    this.heard.hello(hello);
  }

  cut(): void {
    this.#connected = false;
    this.heard.lost();
  }

  fetch = async (address: string, asked: RequestInit): Promise<Response> => {
    this.requests.push(address);
    if (!this.httpAnswers) throw new TypeError('Failed to fetch');
    if (address.includes('/snapshot')) return Response.json(this.board.hello());
    const answer = this.#perform('http', JSON.parse(String(asked.body)) as Sent);
    return Response.json(answer, { status: answer.ok ? 200 : 409 });
  };

  #answered<T>(answer: () => T): Promise<T> {
    if (this.socketAnswers) return Promise.resolve(answer());
    return Promise.reject(new Error('operation has timed out'));
  }

  #perform(by: 'socket' | 'http', command: Sent): Answer {
    this.got.push({ by, command });
    const refusal = this.#done.has(command.id) ? undefined : this.refusals.shift();
    if (refusal) return refusal;
    if (!this.#done.has(command.id)) this.does(command);
    this.#done.add(command.id);
    return { ok: true, seq: this.board.seq };
  }

  #catchUp(asked: CatchUp): Hello {
    this.caughtUp.push(asked);
    return this.board.hello(asked.audience ? { audience: asked.audience } : {});
  }
}

export function aServer(): FakeServer {
  const server = new FakeServer();
  vi.stubGlobal('fetch', server.fetch);
  return server;
}
