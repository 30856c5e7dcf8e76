/** The agenda: boards as they are set up, and what can be asked for. */
import type { DecisionField, VoteOn } from './plan';
import type { Both, Column, Phase, Proposals } from './board';

/** What cards that hang below others are called here, and what their writers are asked. */
export interface Child {
  label: Both;
  prompt: Both;
}

/** A field of a decision that is asked in a column (null: in each); `required` reminds of it. */
export interface Ask {
  field: DecisionField;
  column: string | null;
  required: boolean;
}

export interface VoteDefault {
  /** `placing`: first everybody places by themselves; a vote that follows is on groups. */
  on: VoteOn;
  each: number;
  most_on_one: number;
  /** How many of a person's votes each column may get; none: however they like. */
  budgets?: Record<string, number>;
}

export interface ScriptLine {
  phase: Phase;
  line: Both;
}

/** One step of the agenda; no minutes is no plan. */
export interface AgendaStep {
  board: string;
  title: string;
  minutes: number;
  /** The break after it; 0 is none. */
  break_minutes: number;
  started_at: string | null;
  ended_at: string | null;
  skipped: boolean;
}

export interface Agenda {
  steps: AgendaStep[];
}

/** A board as a template or a file has it, its question and title in the workshop's language. */
export interface SetUp {
  template: string;
  title: string;
  question: string;
  columns: Column[];
  cards_each: number;
  neighbour_cards: number;
  proposals: Proposals;
  write_seconds: number;
  checking: boolean;
  while_shown: boolean;
  minutes: number;
  break_minutes: number;
  child: Child | null;
  asks: Ask[];
  vote: VoteDefault | null;
  checklist: Both[];
  script: ScriptLine[];
  rules: Both[];
}

export type AgendaCommand =
  | ({ name: 'add_board'; before?: string | null } & SetUp)
  | { name: 'duplicate_board' | 'remove_board'; board: string }
  | { name: 'skip_board' | 'unskip_board' | 'open_board'; board: string }
  | { name: 'order_boards'; boards: string[] }
  | PlanBoard
  | { name: 'change_columns'; board: string; columns: Column[] };

/** What is left out stays as it is. */
export interface PlanBoard {
  name: 'plan_board';
  board: string;
  title?: string;
  minutes?: number;
  break_minutes?: number;
  script?: ScriptLine[];
  checklist?: Both[];
  rules?: Both[];
  /** An empty label: what hangs below others has no name of its own. */
  child?: Child;
  asks?: Ask[];
  vote?: VoteDefault;
}
