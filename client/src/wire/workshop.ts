/** A workshop: its room, its doors, and the keys that open it. */
import type { EventName } from './events';

export type Role = 'facilitator' | 'co_facilitator' | 'participant' | 'wall' | 'result';
/** A table is where somebody sits, or one phone writes for all of it. */
export type TablesMode = 'label' | 'table';

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
