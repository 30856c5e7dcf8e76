/** What a screen holds, record by record, version 1. Absent fields are not in that audience's view. */
import type { Agenda, Ask, Child, ScriptLine, VoteDefault } from './agenda';
import type { EventName } from './events';
import type { CheckOut, Decision, OwnAnswer, OwnBallot, Round, Vote } from './plan';

export type Role = 'facilitator' | 'co_facilitator' | 'participant' | 'wall' | 'result';
export type Phase = 'join' | 'trial' | 'write' | 'stopped' | 'show' | 'sort' | 'finished';
export type Audience = 'participant' | 'reader' | 'wall' | 'facilitator' | 'inbox' | 'result';
export type Proposals = 'off' | 'optional' | 'required';
/** A table is where somebody sits, or one phone writes for all of it. */
export type TablesMode = 'label' | 'table';
export type Both = Record<'th' | 'en', string>;

export interface Workshop {
  id: string;
  title: string;
  language: 'th' | 'en';
  /** In the Buddhist era. */
  fiscal_year: number | null;
  rehearsal: boolean;
  locked: boolean;
  joining: boolean;
  blank: boolean;
  /** Phones rest: what they send waits in them. */
  paused: boolean;
  /** During a break: when the room goes on. */
  back_at: string | null;
  /** How many tables there are; none when people are not asked where they sit. */
  tables: number;
  tables_mode: TablesMode;
  table_cards: number;
  created_at: string;
  expires_on: string;
  active: string;
  /** The room has been at another board before this one. */
  moved_on: boolean;
  boards: string[];
}

export interface People {
  joined: number;
}

export interface Door {
  code: string;
  address: string | null;
  wifi_name: string | null;
  wifi_password: string | null;
}

export type Icon =
  | 'square'
  | 'arrow-up'
  | 'plus'
  | 'circle'
  | 'triangle'
  | 'diamond'
  | 'arrow-down'
  | 'minus'
  | 'check'
  | 'flag'
  | 'pause'
  | 'drop';
export type Colour = 'close' | 'improve' | 'open' | 'sky' | 'clay' | 'brown';

export interface Column {
  id: string;
  icon: Icon;
  colour: Colour;
  name: Both;
  hint: Both;
  starter: Both;
}

export interface Timer {
  ends_at: string;
  seconds: number;
}

export interface Focus {
  card?: string;
  group?: string;
  column?: string;
}

/** What the wall shows: the board's pages, or something else in their place. */
export type View = 'board' | 'overview' | 'qr' | 'votes' | 'check_out' | 'frame' | 'thanks';

export interface BoardRecord {
  id: string;
  template: string;
  /** Empty where the question says it all. */
  title: string;
  question: string;
  columns: Column[];
  phase: Phase;
  cards_each: number;
  neighbour_cards: number;
  proposals: Proposals;
  write_seconds: number;
  /** Somebody reads each card before it is shown. */
  checking: boolean;
  /** Cards may come while others are shown, as long as each is checked first. */
  while_shown: boolean;
  timer: Timer | null;
  stopped_at: string | null;
  finished_at: string | null;
  child: Child | null;
  /** How cards are written here; none: the usual way. */
  rules: Both[];
  /** From here on for those who lead only. */
  asks?: Ask[];
  vote?: VoteDefault | null;
  checklist?: Both[];
  script?: ScriptLine[];
}

/** What is shown large; a record of its own because it changes with every card that is read. */
export interface Spotlight {
  reading: string | null;
  focus: Focus | null;
  view: View;
  page: number;
}

/** A board with what is shown large on it, which participants are not told. */
export type Board = BoardRecord & Partial<Spotlight>;

export interface Counts {
  cards: number;
  senders: number;
  /** Some phone sent for a neighbour: senders are then devices, not people. */
  shared: boolean;
  /** How long people have been writing, in all; the present round not counted. */
  wrote_seconds: number;
  tried?: number;
  inbox?: number;
  parked?: number;
  late?: number;
  placed?: number;
  /** Cards that nobody has read yet, where a board is checked. */
  unchecked?: number;
}

export interface Card {
  id: string;
  board: string;
  text: string;
  /** Null is the inbox, รอจัดช่อง. */
  column: string | null;
  /** The group it lies in now; its rank is then its place among the group's cards. */
  group: string | null;
  /** The card that stands for it, when it is stacked beneath one. */
  under: string | null;
  /** The card or group that it hangs below. */
  parent: string | null;
  rank: string;
  starred: boolean;
  proposed: string | null;
  /** The writer's wording, when the facilitator corrected it. Facilitator and inbox only. */
  original?: string | null;
  /** How many people ask what it means. Wall, facilitator and inbox. */
  asked?: number;
  /** Where it was written, when that tells of no person. Facilitator and inbox only. */
  table?: number | null;
  /** From here on in the inbox only. */
  shown?: boolean;
  parked?: boolean;
  late?: boolean;
  neighbour?: boolean;
  room?: boolean;
  passed?: boolean;
}

/** A group of cards with a place of its own among the loose cards of a column. */
export interface Group {
  id: string;
  board: string;
  name: string;
  column: string | null;
  rank: string;
  starred: boolean;
}

/** The card that a key has in its hands, in the queue. */
export interface Hold {
  card: string;
  at: string;
}

/** Null where a count would tell of persons: fewer than three at the table. */
export interface TableCount {
  table: number;
  seated: number;
  senders: number | null;
  cards: number | null;
}

/** One's own seat, and the cards one asked about. */
export interface OwnPlace {
  table: number | null;
  asked: string[];
}

export interface OwnCard {
  id: string;
  board: string;
  text: string;
  proposed: string | null;
  neighbour: boolean;
  late: boolean;
  column: string | null;
  shown: boolean;
  /** What it hangs below; the name of the group it ended in, and what was decided there. Only what there is. */
  parent?: string;
  group?: string;
  conclusion?: string;
}

export interface Key {
  id: string;
  role: Exclude<Role, 'participant'>;
  name: string;
  minted_at: string;
  revoked: boolean;
}

export interface Step {
  step: number;
  name: EventName;
  count: number;
}

export interface Steps {
  undo: Step | null;
  redo: Step | null;
}

/** A card as phones that list them all are told of it: what is null or false is left out, and known words. */
export type ShortCard = Partial<Card> & Pick<Card, 'rank'>;

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

export interface OwnRecords {
  answer?: OwnAnswer;
  me?: OwnPlace;
  [card: `mine:${string}`]: OwnCard;
  [ballot: `ballot:${string}`]: OwnBallot;
}
