/** Rounds below a card, votes, decisions and the check-out: their commands and records. */

/** By card or group; by `item:column` where people place: one column at most for an item. */
export type Marks = Record<string, number>;
/** What a vote is given to: groups and loose cards, every card by itself, or everything shown, in a column. */
export type VoteOn = 'groups' | 'cards' | 'placing';

export type PlanParticipantCommand =
  | SendChild
  | { name: 'cast_ballot'; vote: string; marks: Marks }
  | { name: 'check_out'; mood: number; line?: string };

export interface SendChild {
  name: 'send_child';
  parent: string;
  text: string;
}

export type PlanCommand =
  | { name: 'open_children'; board: string; parent: string }
  | { name: 'close_children'; board: string }
  | { name: 'add_child'; parent: string; text: string }
  | OpenVote
  | { name: 'close_vote' | 'reopen_vote' | 'show_votes'; vote: string }
  | { name: 'count_hands'; vote: string; item: string; hands: number }
  | { name: 'open_check_out' | 'close_check_out' | 'show_check_out' }
  | DecideItem
  | SetStatus
  | { name: 'carry_over'; items: string[]; to: string; column?: string | null };

export interface DecideItem {
  name: 'decide_item';
  item: string;
  field: DecisionField;
  value: string;
  /** What stood there when the writing began: refused `changed_since` when somebody else wrote meanwhile. */
  was?: string;
}

/** What is left out stays as it is; on a follow-up board the item goes to the column of this status. */
export interface SetStatus {
  name: 'set_status';
  item: string;
  status?: Status;
  note?: string;
  /** What the note was when its writing began. */
  was?: string;
}

export interface OpenVote {
  name: 'open_vote';
  board: string;
  on?: VoteOn;
  each?: number;
  most_on_one?: number;
  /** How many of a person's votes may lie in a column; a column that is not named has no such limit. */
  budgets?: Record<string, number>;
}

export type DecisionField =
  | 'conclusion'
  | 'owner'
  | 'due'
  | 'first_step'
  | 'indicator'
  | 'budget'
  | 'note'
  | 'why'
  | 'successor'
  | 'report';
/** Everything about a decision that is written. */
export type WrittenField = DecisionField | 'status_note';
export type Status = 'not_started' | 'under_way' | 'done' | 'cancelled';

/** What phones may write below just now. */
export interface Round {
  item: string;
  title: string;
  limit: number;
  /** How many came so far; wall and facilitators only. */
  sent?: number;
}

export interface Vote {
  id: string;
  board: string;
  on: VoteOn;
  each: number;
  most_on_one: number;
  budgets: Record<string, number>;
  status: 'open' | 'closed' | 'shown';
  /** How many have voted; wall and facilitators only. */
  voted?: number;
  /** Only once the votes are shown. */
  tallies?: Marks;
  hands?: Marks;
}

/** Only the fields that were filled in. `due` is a day (2026-12-31) or a quarter (2570-Q1). */
export type Decision = { id: string; status?: Status } & {
  [field in WrittenField]?: string;
};

export interface CheckOut {
  status: 'open' | 'closed' | 'shown';
  answered?: number;
  /** How many gave 1, 2, 3, 4, 5. */
  moods?: number[];
  lines?: string[];
}

export interface OwnBallot {
  vote: string;
  marks: Marks;
}

export interface OwnAnswer {
  mood: number;
  line: string;
}
