/** The own cards as this phone last knew them: once a workshop is locked, the server has forgotten whose they are. */
import { storage } from '../storage';
import type { OwnCard } from '../wire';

const keyOf = (workshop: string) => `batkham:mine:${workshop}`;

export function keepOwnCards(workshop: string, cards: readonly OwnCard[]): void {
  storage.set(keyOf(workshop), JSON.stringify(cards));
}

export function keptOwnCards(workshop: string): OwnCard[] {
  try {
    return JSON.parse(storage.get(keyOf(workshop)) ?? '[]') as OwnCard[];
  } catch {
    return [];
  }
}
