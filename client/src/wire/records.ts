/** What a screen holds, record by record, version 1. Absent fields are not in that audience's view. */
import type { Agenda } from './agenda';
import type { BoardRecord, Counts, Spotlight } from './board';
import type { Card, Group, Hold, ShortCard, TableCount } from './cards';
import type { CheckOut, Decision, Round, Vote } from './plan';
import type { Door, Key, People, Steps, Workshop } from './workshop';

export type Audience = 'participant' | 'reader' | 'wall' | 'facilitator' | 'inbox' | 'result';

interface RecordsWith<C, S> {
  workshop?: Workshop;
  /** For those who lead only. */
  agenda?: Agenda;
  people?: People;
  door?: Door;
  [board: `board:${string}`]: BoardRecord;
  [spotlight: `spotlight:${string}`]: S;
  [counts: `counts:${string}`]: Counts;
  [group: `group:${string}`]: Group;
  [card: `card:${string}`]: C;
  check_out?: CheckOut;
  [round: `round:${string}`]: Round;
  [vote: `vote:${string}`]: Vote;
  [decision: `decision:${string}`]: Decision;
  [key: `key:${string}`]: Key;
  [steps: `steps:${string}`]: Steps;
  [hold: `hold:${string}`]: Hold;
  [tables: `tables:${string}`]: { tables: TableCount[] };
}

export type Records = RecordsWith<Card, Spotlight>;
export type ShortRecords = RecordsWith<ShortCard, Partial<Spotlight>>;

export type RecordKey = keyof Records;
