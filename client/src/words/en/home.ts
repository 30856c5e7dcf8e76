/** The English of ../home.ts. */
import type { HomeWords } from '../home';

const common_era = (year: number) => year - 543;

export const words: HomeWords = {
  code: {
    title: 'I have a code',
    label: '8-digit join code on the wall',
    enter: 'Join',
    entering: 'Joining…',
    short: 'A code has 8 digits: please check',
    wasHere: 'I joined before on another device',
    asNew: 'I join for the first time',
    resume: 'Resume code',
    resumeHow: 'It was shown on your phone when you first joined; it brings your cards back',
  },
  make: {
    heading: 'Set up a workshop',
    title: 'Title',
    titleOf: (year) => `Review of our work, fiscal year ${common_era(year)}`,
    question: 'Question',
    questionOf: (year) =>
      `Which activities should we close, improve or open in fiscal year ${common_era(year)}, and why?`,
    password: 'Password for setting up workshops',
    passwordHow: 'Ask your administrator for it',
    make: 'Set up',
    making: 'Setting up…',
    rehearse: 'Rehearse first',
    rehearseHow: 'Try every step with 40 simulated people; the real workshop stays untouched',
    rehearsalOf: (title) => `Rehearsal: ${title}`,
  },
  templates: {
    heading: 'Template',
    others: 'Other templates',
    short: {
      'close-improve-open': 'Close–Improve–Open',
      'four-topics': 'Four topics',
      aar: 'AAR',
      blank: 'Blank',
    },
    agenda: (count) =>
      `This workshop has ${count} boards. Their questions, order and times can be changed under ⋯ Agenda`,
  },
  settings: {
    fiscalYear: 'Fiscal year',
    year: (year) => `${common_era(year)} (B.E. ${year})`,
    language: 'Language of the workshop',
    cardsEach: 'Cards per person',
    neighbourCards: 'Cards sent for a neighbour',
    none: 'Not used',
    proposals: 'Writers propose a column',
    proposalsOff: 'Not used',
    proposalsOptional: 'If they like',
    proposalsRequired: 'For every card',
    timer: 'Time to write',
    untimed: 'No timer',
    retention: 'Deleted by itself after',
    days: (days) => `${days} days`,
    oneYear: '1 year',
    twoYears: '2 years',
  },
  restore: {
    kind: 'From a backup of an earlier workshop comes',
    kinds: {
      same: 'the same workshop, card for card',
      next_year: 'next year’s workshop, what was agreed in a first column',
      follow_up: 'a follow-up of what was agreed',
    },
    pick: 'Or from a backup file…',
    restoring: 'Setting up from the backup…',
    how: 'A backup (.json) or a safe copy (.html)',
  },
  mine: {
    heading: (count) => `My workshops on this device (${count})`,
    deletedOn: (date) => `Will be deleted on ${date}`,
    as: {
      facilitator: 'Facilitate',
      co_facilitator: 'Facilitate (assistant)',
      wall: 'Wall',
      participant: 'My cards',
      result: 'Result',
    },
    forget: 'Forget this device',
    checkRoom: 'Check the room',
    forgetWhat:
      'This device will forget every workshop and every card not sent yet. You can only come back by link or code. The workshops themselves stay whole.',
  },
  how: {
    label: 'How Batkham works',
    write: 'Write',
    writeWhat: 'Everybody writes ideas on their phone, without a name',
    sort: 'Sort',
    sortWhat: 'The room reads and sorts them together on the wall',
    takeHome: 'Take home',
    takeHomeWhat: 'The finished board goes back to the office as a document',
  },
};
