/** A board: its columns, where it stands, and what is shown large on it. */
import type { Ask, Child, ScriptLine, VoteDefault } from './agenda';

export type Phase = 'join' | 'trial' | 'write' | 'stopped' | 'show' | 'sort' | 'finished';
export type Proposals = 'off' | 'optional' | 'required';
export type Both = Record<'th' | 'en', string>;

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
