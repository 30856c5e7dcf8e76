/** What only the phone that it belongs to is told. */
import type { OwnAnswer, OwnBallot } from './plan';

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

export interface OwnRecords {
  answer?: OwnAnswer;
  me?: OwnPlace;
  [card: `mine:${string}`]: OwnCard;
  [ballot: `ballot:${string}`]: OwnBallot;
}
