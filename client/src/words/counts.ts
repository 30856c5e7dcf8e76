/** How many cards there are, and from how many people, as every screen says it. */
import type { Counts } from '../wire';
import { language } from './language.svelte';

export type Said = Pick<Counts, 'cards' | 'senders' | 'shared'>;

const th = {
  /** Empty when nobody sent a card: all were typed in. */
  from: ({ senders, shared }: Omit<Said, 'cards'>) =>
    senders === 0 ? '' : `จาก ${senders} ${shared ? 'เครื่อง' : 'คน'}`,
  ideas: (said: Said): string => `${said.cards} ความคิด ${th.from(said)}`.trimEnd(),
  received: (said: Said): string => `รับแล้ว ${said.cards} ใบ ${th.from(said)}`.trimEnd(),
  receivedInAll: (cards: number) => `รับทั้งหมด ${cards} ใบ`,
  inMinutes: (minutes: number) => `ใน ${minutes} นาที`,
};

export type CountWords = typeof th;
export const counts = language.dictionary(th, () => import('./en/counts'));

/** 104 ความคิด จาก 34 คน ใน 8 นาที */
export function ideasInTime(said: Said & Pick<Counts, 'wrote_seconds'>): string {
  const minutes = Math.round(said.wrote_seconds / 60);
  return minutes > 0 ? `${counts.ideas(said)} ${counts.inMinutes(minutes)}` : counts.ideas(said);
}
