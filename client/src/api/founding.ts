/** Setting up a workshop, and coming into one. */
import type { Proposals, Role } from '../wire';

export interface Start {
  free: boolean;
  addresses: string[];
  address: string;
  language: 'th' | 'en';
  version: number;
}

export interface NewWorkshop {
  id: string;
  title: string;
  question?: string;
  /** By id, their boards one after the other; none: the usual one. */
  templates?: string[];
  password?: string;
  language?: 'th' | 'en';
  fiscal_year?: number | null;
  cards_each?: number;
  neighbour_cards?: number;
  proposals?: Proposals;
  write_seconds?: number;
  retention_days?: number;
}

export interface RestoredWorkshop {
  id: string;
  backup: unknown;
  kind?: 'same' | Following['kind'];
  password?: string;
}

export interface MadeWorkshop {
  workshop: string;
  code: string;
  token: string;
  key: string;
  key_id?: string;
}

export interface Joining {
  /** Asking again with the same id makes nobody new. */
  id: string;
  code: string;
  resume_code?: string;
}

export interface Joined {
  workshop: string;
  token: string;
  resume_code?: string;
  title: string;
  returned: boolean;
}

export interface Entered {
  workshop: string;
  role: Role;
  token: string;
  key_id: string;
  title: string;
}

/** A workshop that goes on from this one. */
export interface Following {
  id: string;
  kind: 'follow_up' | 'next_year';
  password?: string;
}
