/** The English of ../overview.ts. */
import type { OverviewWords } from '../overview';

export const words: OverviewWords = {
  overview: 'Overview',
  unnamed: 'Group without a name yet',
  groups: (count) => (count === 1 ? '1 group' : `${count} groups`),
  loose: (count) => (count === 1 ? '1 single card' : `${count} single cards`),
  noGroups: 'No groups yet',
  cards: (count) => (count === 1 ? '1 card' : `${count} cards`),
  times: (count) => `said ${count} times`,
};
