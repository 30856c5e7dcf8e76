/** The English of ../desk.ts. */
import type { DeskWords } from '../desk';

const cards = (count: number) => `${count} ${count === 1 ? 'card' : 'cards'}`;
const people = (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`;

export const words: DeskWords = {
  warning: 'This page shows cards that are not shown yet: never project it',
  loading: 'Fetching all cards…',
  cards: 'Cards',
  leave: 'Presenting layout',
  cannotLeave:
    'Not yet: this page must reconnect first, so that no unshown card gets on the screen',
  counts: (count, joined) => `${cards(count)} · ${people(joined)}`,

  found: (count) => `${cards(count)} found`,
  noneFound: 'No card found',

  hidden: 'Not shown',
  corrected: 'Corrected',
  typedHere: 'Typed by the facilitator',
  starred: 'Starred',
  proposed: (column) => `Wish: ${column}`,
  asProposed: 'Place all as proposed',
  addCard: 'Add a card',
  list: (name, count) => `${name}, ${cards(count)}`,
  emptyInbox: 'No card waits to be sorted',
  selectedMost: (count) => `At most ${count} cards at a time`,

  late: 'Late cards',
  accept: 'Accept',
  acceptWhat: (text) => `Accept: ${text}`,
  acceptAll: (count) => `Accept all ${count}`,
  accepted: (count) => `${count} late ${count === 1 ? 'card' : 'cards'} accepted`,
  parked: 'Parked',
  park: 'Park',
  parkWhat: (text) => `Park: ${text}`,
  bringBack: 'Bring back',
  bringBackWhat: (text) => `Bring back: ${text}`,
  bringBackAll: (count) => `Bring back all ${count}`,
  broughtBack: (count) => `${cards(count)} brought back`,
  parkedNow: (count) => `${cards(count)} parked`,

  redo: 'Redo',
  blank: 'Blank the screens',
  unblank: 'Show the screens',
  screens: 'Page on the screens',
};
