/** What is being written and not yet sent: the page may be closed at any time. */
import { storage } from '../storage';

export interface Draft {
  text: string;
  proposed: string | null;
}

/** Of a new card on a board, or of the changes to an own card. */
export function readDraft(workshop: string, board: string, card?: string): Draft | null {
  return parse(storage.get(keyOf(workshop, board, card)));
}

/** False when it lasts only as long as this page. */
export function keepDraft(workshop: string, board: string, draft: Draft, card?: string): boolean {
  return storage.set(keyOf(workshop, board, card), JSON.stringify(draft));
}

export function dropDraft(workshop: string, board: string, card?: string): void {
  storage.remove(keyOf(workshop, board, card));
}

function keyOf(workshop: string, board: string, card = 'new'): string {
  return `batkham:draft:${workshop}:${board}:${card}`;
}

function parse(kept: string | null): Draft | null {
  try {
    return JSON.parse(kept ?? 'null') as Draft | null;
  } catch {
    return null;
  }
}
