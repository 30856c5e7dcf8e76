/** The English of ../remote.ts. */
import type { RemoteWords } from '../remote';

const cards = (count: number) => `${count} ${count === 1 ? 'card' : 'cards'}`;
const people = (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`;

export const words: RemoteWords = {
  now: 'Now',
  counts: (count, joined) => `${cards(count)} · ${people(joined)}`,
  backTo: (phase) => `‹ ${phase}`,
  backToWhat: (phase) => `Back to “${phase}”`,

  private: 'Seen on this phone only',
  before: 'Read before showing',
  late: 'Late cards',
  parked: 'Parked',
  leave: 'Back to steering',
  loading: 'Fetching the cards…',
  progress: (read, of) => `${read} of ${cards(of)} read`,
  keep: 'Keep',
  park: 'Park',
  parkAbout: 'A parked card is not shown, not deleted, and can be brought back',
  fix: 'Correct',
  previous: 'Previous card',
  kept: 'Kept',
  parkedNow: 'Parked',
  allRead: 'Every card is read ✓',
  moreComing: 'New cards appear here',
  readAgain: 'Read again from the start',
  nothing: 'No card yet',
  shownNow: 'The cards are on the screen now',
  noneLate: 'No late card any more',
  noneParked: 'No card is parked',

  reading: 'The card being read',
  columns: 'Place in',
  proposedHere: 'Writer’s wish',
  skip: 'Skip',
  startReading: (count) => `Read ${cards(count)} waiting`,
  allSorted: 'Every card is sorted ✓',

  timer: 'Timer',
  startMinutes: (count) => `${count} min`,
  startTimer: (count) => `Start the timer: ${count} min`,
  oneMore: '+1 minute',
  stop: 'Stop the timer',
  screens: 'Screens in the room',
  blank: 'Blank',
  unblank: 'Show the screens',
  blankOn: 'All screens are blank',
  page: (page) => `Page ${page}`,
  nextPage: 'Next page on the screens',
  previousPage: 'Previous page on the screens',

  attack: 'Somebody is guessing the join code',
  joiningStopped: 'Nobody else can join now',
  letIn: 'Let people join again',
};
