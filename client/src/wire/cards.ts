/** Cards and groups, and the tables that cards come from. */

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

/** A card as phones that list them all are told of it: what is null or false is left out, and known words. */
export type ShortCard = Partial<Card> & Pick<Card, 'rank'>;
