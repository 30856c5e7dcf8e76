/** What a safe copy holds, read from its own page. */
import type { EventName, Records, Workshop } from '../wire';

export type Hidden = Record<'late' | 'parked' | 'unshown', string[]>;

export interface Frame {
  seq: number;
  at: string;
  name: EventName;
  put: Records;
  drop: string[];
}

export interface SafeCopy {
  version: number;
  made_at: string;
  language: Workshop['language'];
  /** The words that no screen showed, by board. */
  hidden: Record<string, Hidden>;
  first: Records;
  frames: Frame[];
  last: Records;
}

/** Null when the page was cut short or is something else. */
export function readSafeCopy(page: Document): SafeCopy | null {
  const told = page.getElementById('batkham-safe-copy')?.textContent;
  try {
    return told ? (JSON.parse(told) as SafeCopy) : null;
  } catch {
    return null;
  }
}
