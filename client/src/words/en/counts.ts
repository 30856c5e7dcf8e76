/** The English of ../counts.ts. */
import type { CountWords } from '../counts';

const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

export const words: CountWords = {
  from: ({ senders, shared }) =>
    senders === 0
      ? ''
      : `from ${shared ? counted(senders, 'device', 'devices') : counted(senders, 'person', 'people')}`,
  ideas: (said) => `${counted(said.cards, 'idea', 'ideas')} ${words.from(said)}`.trimEnd(),
  received: (said) =>
    `${counted(said.cards, 'card', 'cards')} received ${words.from(said)}`.trimEnd(),
  receivedInAll: (cards) => `${counted(cards, 'card', 'cards')} received`,
  inMinutes: (minutes) => `in ${counted(minutes, 'minute', 'minutes')}`,
};
