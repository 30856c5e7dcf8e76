/** Everything that crosses the wire, version 1. Names are the server's; no rules live here. */
import type { Answer, Command, Refused, Sent } from './wire/commands';
import type { EventName } from './wire/events';
import type { OwnRecords } from './wire/own';
import type { Audience, Records, ShortRecords } from './wire/records';
import type { Role } from './wire/workshop';

export * from './wire/agenda';
export * from './wire/board';
export * from './wire/cards';
export * from './wire/commands';
export * from './wire/events';
export * from './wire/own';
export * from './wire/plan';
export * from './wire/records';
export * from './wire/workshop';

export const VERSION = 1;

export interface Changes {
  from: number;
  to: number;
  put: Records;
  /** Left out: none. */
  drop?: string[];
  /** Phones are told none. */
  events?: [seq: number, name: EventName][];
  mine?: { put: OwnRecords; drop: string[] };
}

/** To a phone that lists the cards. */
export interface ShortChanges extends Omit<Changes, 'put'> {
  put: ShortRecords;
}

export interface Me {
  role: Role;
  key?: string;
  workshop: string;
}

interface Greeting {
  seq: number;
  mine?: OwnRecords;
  me: Me;
  now: string;
  audience: Audience;
}
export type Hello = Greeting & ({ snapshot: Records } | { changes: Changes });
export type ShortHello = Greeting & ({ snapshot: ShortRecords } | { changes: ShortChanges });

export interface Head {
  seq: number;
  /** Phones are told the time only now and then. */
  now?: string;
  address?: string;
}

export interface Presence {
  connected: number;
  phones: number;
  /** Phones that were here in the last minutes, are not now, and did not close the page. */
  reconnecting: number;
  /** Cards that phones say they could not send yet. */
  waiting: number;
  /** How long the slowest phone takes to answer; null when that is not measured. */
  slowest_ms: number | null;
  /** The facilitators' links that are open, and on how many screens. */
  keys: readonly { key: string; sockets: number }[];
  /** Somebody is guessing join codes. */
  wrong_codes: boolean;
}

export interface ServerToClient {
  hello: (hello: Hello) => void;
  changes: (changes: Changes) => void;
  head: (head: Head) => void;
  draining: () => void;
  gone: () => void;
  revoked: () => void;
  room: (presence: Presence) => void;
}

export interface CatchUp {
  since: number;
  audience?: Audience;
}

export interface ClientToServer {
  command: (command: Sent<Command>, acknowledge: (answer: Answer) => void) => void;
  catch_up: (asked: CatchUp, acknowledge: (answer: Hello | Refused) => void) => void;
  /** How many cards wait on this phone. */
  waiting: (told: { cards: number }, acknowledge: (answer: { ok: boolean }) => void) => void;
}
