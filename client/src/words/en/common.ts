/** The English of ../common.ts. */
import type { CommonWords } from '../common';
import { date, longDate, time } from '../dates';

const counted = (one: string, many: string) => (count: number) =>
  `${count} ${count === 1 ? one : many}`;

export const words: CommonWords = {
  product: 'Batkham',
  motto: 'Write, sort, take home',

  cards: counted('card', 'cards'),
  people: counted('person', 'people'),
  devices: counted('device', 'devices'),
  tables: counted('table', 'tables'),
  groups: counted('group', 'groups'),
  minutes: counted('minute', 'minutes'),
  page: (number, of) => `Page ${number}/${of}`,

  date: (when) => date(when, 'en'),
  longDate: (when) => longDate(when, 'en'),
  time: (when) => time(when, 'en'),
  willBeDeleted: (when) => `This board will be deleted on ${date(when, 'en')}`,

  phases: {
    join: 'Join',
    trial: 'Try sending',
    write: 'Write',
    stopped: 'Intake stopped',
    show: 'Show cards',
    sort: 'Sort',
    finished: 'Finished',
  },
  locked: 'The board is locked',
  inbox: 'To be sorted',

  cancel: 'Cancel',
  back: 'Back',
  done: 'Done',
  save: 'Save',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  next: 'Next',
  previous: 'Previous',
  tryAgain: 'Try again',
  more: 'More',
  settings: 'Settings',
  moreSettings: 'More settings',
  confirm: 'Confirm',
  copy: 'Copy',
  copied: 'Copied ✓',
  copyByHand: 'The text is selected: copy it with your device',
  menu: 'More actions',
  dismiss: 'Hide this message',

  timeLeft: (minutes, seconds) => `${minutes} minutes ${seconds} seconds left`,
  timeIsUp: 'Time is up',

  keptHere: (count) =>
    `${count} ${count === 1 ? 'card is' : 'cards are'} kept on this device and will be sent when there is a signal`,
  allSent: 'Everything is sent ✓',
  boardIsWhole: 'Reconnecting… the board is safe',
  serverIsAway: 'The main computer does not answer yet: check the Wi-Fi',

  emptyColumn: 'No card in this column yet',
  late: 'Late',
  removed: 'Removed',
  privacy: 'Privacy notice',
  privacyNotice:
    "We keep only the cards' text and votes – no name, phone number or LINE account – to sum up this meeting. The board is deleted on the date shown. The server's operator may keep access logs as the law requires. Please do not write about persons.",

  language: 'Language',
  languageUnavailable: 'The language cannot be changed just now: try again when there is a signal',
};
