import type { PeopleWords } from '../people';

function cards(count: number): string {
  return count === 1 ? '1 card' : `${count} cards`;
}

export const words: PeopleWords = {
  tables: 'Tables',
  tablesAbout: 'People may say where they sit. Nobody must, and nobody learns who wrote what',
  tableCount: 'Number of tables',
  modes: { label: 'Everybody sends', table: 'One phone sends for its table' },
  modesAbout: {
    label: 'A card names its table only where three or more sit, and only to facilitators',
    table: 'Whoever picked a table last types for it',
  },
  tableCards: 'Cards a table',
  table: (number) => `Table ${number}`,
  seated: (people) => (people === 1 ? '1 phone' : `${people} phones`),
  sent: (count, senders, seated) => `${cards(count)} · ${senders} of ${seated} have sent`,
  notSent: 'nothing sent yet',
  tooFew: 'fewer than three: not counted apart',
  nobody: 'nobody yet',
  nudge: 'Invite a table, never a person',
  noTables: 'No tables yet. Their number is in the settings',

  checking: 'Check before showing',
  checkingAbout: 'A card is shown once somebody has read it and let it pass. Every phone says so',
  startChecking: 'Check from now on',
  stopChecking: 'Stop checking',
  stopWarning: (count) => `${cards(count)} not yet checked will be shown with the others`,
  pass: 'Let it pass',
  passWhat: (text) => `Let it pass: ${text}`,
  passAll: (count) => `Let all ${cards(count)} pass`,
  passed: 'Passed',
  toCheck: 'To be checked',
  checkProgress: (left) => `${cards(left)} to be checked`,
  allChecked: 'All checked ✓',

  pause: 'Pause all phones',
  pauseAbout: 'What is typed stays; what waits is sent by itself when phones go on',
  resume: 'Let phones go on',
  isPaused: 'All phones are paused',

  asked: 'Please explain',
  askedCount: (count) => (count === 1 ? '1 person asks' : `${count} people ask`),
  answered: 'Explained',
  answeredWhat: (text) => `Explained: ${text}`,
  noneAsked: 'Nobody asks for an explanation',
  showLarge: 'Show it large',
  showLargeWhat: (text: string) => `Show it large: ${text}`,

  clerk: 'Type paper cards',
  clerkAbout: 'Type, press Enter, type the next. Or paste many lines, one card each',
  clerkText: 'Words of the card',
  clerkColumn: 'Into',
  add: 'Add',
  added: (count) => `${cards(count)} added`,
  lastOnes: 'Just added',
  lines: (count) => `${count} lines pasted: check them first`,
  addAll: (count) => `Add ${cards(count)}`,
  tooLong: (limit) => `More than ${limit} letters`,
  leaveOut: 'Leave out',
  leaveOutWhat: (text) => `Leave out: ${text}`,
  line: (number) => `Line ${number}`,
  notAdded: (count) => `${cards(count)} not added yet. You can try again`,
  hidden: 'Kept with the cards that are not shown yet',
  helping: 'Work together',
  leave: 'Back to steering',
};
