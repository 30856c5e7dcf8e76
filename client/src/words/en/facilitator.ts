/** The English of ../facilitator.ts. */
import type { FacilitatorWords } from '../facilitator';

const cards = (count: number) => `${count} ${count === 1 ? 'card' : 'cards'}`;
const people = (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`;

export const words: FacilitatorWords = {
  screen: 'Facilitator',
  door: {
    needsLink: 'This page needs the facilitator’s link',
    needsLinkHow: 'Use the link you got when the workshop was made, or ask the organiser for one',
    notEntered: 'This page cannot be entered yet',
    connecting: 'Entering the workshop…',
  },
  ended: {
    gone: 'This board was deleted',
    revoked: 'This link was revoked: ask the organiser for a new one',
    reload: 'There is a newer version: load this page again',
    bad_token: 'This device must enter again with the facilitator’s link',
  },
  home: 'Back to the start',
  reload: 'Load this page again',

  rehearsal: 'Rehearsal',
  late: (count) => `Late: ${count}`,
  cardsAndPeople: (count, joined) => `${cards(count)} · ${people(joined)}`,
  phaseMenu: (phase) => `Step: ${phase}. Go to another…`,
  goTo: (phase) => `Go to “${phase}”`,
  here: 'now',

  next: {
    trial: 'Try sending a card',
    write: 'Start taking cards',
    stopped: 'Stop intake',
    show: (count) => `Show ${cards(count)}`,
    sort: 'Start sorting',
    takeAndShow: 'Take and show cards',
    finished: 'Finish the board',
    lock: 'Lock the board',
    locked: 'Locked',
  },
  skipTrial: 'Take cards now',
  notWhileOffline: 'The next step must wait: reconnecting',
  onlyOwner: 'Only the workshop’s own facilitator can lock it',
  lockWarning:
    'Once locked nothing can be changed, and nothing tells any more which device sent a card',
  lockWhat: 'The board stays like this for good. Everybody can still see and export it',

  timer: {
    start: 'Timer',
    more: '+1 minute',
    moreShort: '+1',
    stop: 'Stop the timer',
    minutes: (minutes) => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  },

  join: {
    joined: (count) => `${people(count)} joined`,
    waiting: 'Waiting for the first phone',
    first: 'The first phone is in ✓',
    stopped: 'Nobody else can join now',
    noNetwork:
      'No network found: phones cannot get in. Connect to the Wi-Fi or set the address in the settings',
    noDoor: 'The QR cannot be shown yet: trying again…',
    qr: 'QR for joining',
  },
  trial: {
    title: 'Try sending one card, with any words',
    thrownAway: 'Trial cards are thrown away: nobody sees them',
    tried: (tried, joined) => `${tried} of ${people(joined)} tried`,
  },
  write: {
    none: 'No card has arrived yet',
  },
  stopped: {
    grace: 'Cards on their way can still arrive for a moment',
  },
  noCards: 'There is no card to show yet',

  reading: {
    title: 'The card being read',
    proposed: (column) => `The writer proposes “${column}”`,
    proposedHere: 'Wish',
    skip: 'Skip',
    left: (count) => `${count} to be sorted`,
    leftShort: (count) => `${count} left`,
    done: 'Every card is sorted ✓',
    start: (count) => `Read on: ${cards(count)}`,
    stop: 'Stop reading, see the whole board',
    read: 'Read this card',
    nothing: 'No card waits to be sorted',
    place: (column) => `Place the card being read in “${column}”`,
  },
  column: (name, count) => `“${name}”, ${cards(count)}`,
  focusColumn: 'Show this column large',
  leaveFocus: 'See the whole board',
  focusedCard: 'Card shown large',
  pages: {
    label: 'Pages of the board',
    next: 'Next page',
    previous: 'Previous page',
    turned: (page, of) => `Page ${page} of ${of}`,
  },

  selection: {
    label: 'Selected cards',
    count: (count) => `${count} selected`,
    move: 'Move to…',
    park: 'Park',
    parkWhat: 'Park (hide, not delete)',
    star: 'Star',
    unstar: 'Take the star off',
    fix: 'Correct',
    full: 'Show large',
    clear: 'Clear',
    up: 'Move up',
    down: 'Move down',
    first: 'To the top',
    last: 'To the bottom',
  },
  pickFirst: 'Select a card first, or start reading',
  starred: 'Starred',

  said: {
    moved: (count, column) => `${cards(count)} moved to “${column}”`,
    backToInbox: (count) => `${cards(count)} back to be sorted`,
    parked: (count) => `${cards(count)} parked`,
    reordered: (place, of) => `Now ${place} of ${of}`,
    placedAsProposed: 'Cards placed as proposed',
    blank: 'The screens are blank',
    shown: 'The screens are back',
    nothingLate: 'No late card any more',
  },

  menu: {
    screens: 'On every screen',
    workshop: 'The workshop',
    addCard: 'Add a card for someone without a phone',
    asProposed: 'Place all as proposed',
    acceptLate: (count) => `Accept and show ${count} late ${count === 1 ? 'card' : 'cards'}`,
    blank: 'Blank the screens',
    layout: 'Private desk (for a second screen)',
    keys: 'Keys and QR',
    phases: 'Go to another step…',
    take: 'Export…',
    import: 'Import cards…',
    settings: 'Settings, links…',
  },
  blank: {
    on: 'The screens are blank',
    show: 'Show the screens',
  },

  lettersLeft: (count) => `${count} characters left`,
  add: {
    title: 'Add a card for someone without a phone',
    text: 'The card’s words',
    column: 'Column',
    hidden: 'Keep with the cards not yet shown',
    action: 'Add the card',
    onScreen: 'If this screen is projected, the room sees what you type',
  },
  fix: {
    title: 'Correct the wording',
    text: 'Corrected wording',
    original: 'As the writer sent it',
    action: 'Save',
    restore: 'Use the writer’s words',
  },

  finish: {
    concluded: 'Our conclusions',
    starred: 'Conclusions',
    noStar: 'No conclusion in this column',
    thanks: 'Thank you for every idea',
    locked: 'The board is locked',
  },
};
