/** The English of ../health.ts. */
import type { HealthWords } from '../health';

export const words: HealthWords = {
  title: 'Phones in the room',
  phones: (count) => `${count} ${count === 1 ? 'phone' : 'phones'} connected`,
  reconnecting: (count) => `${count} reconnecting`,
  waiting: (count) => `${count} ${count === 1 ? 'card' : 'cards'} waiting to be sent`,
  slowest: (seconds) => `slowest ${seconds} s`,
};
