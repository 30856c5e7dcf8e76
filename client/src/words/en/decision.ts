/** The English of ../decision.ts. */
import type { DecisionWords } from '../decision';

/** English readers count from another year. */
const commonEra = (year: number) => year - 543;

export const words: DecisionWords = {
  fields: {
    conclusion: 'Conclusion',
    owner: 'Owner',
    due: 'Due',
    first_step: 'First step',
    indicator: 'Indicator',
    budget: 'Budget',
    note: 'Note',
    why: 'Why',
    successor: 'Who takes over',
    report: 'Wording for the report',
    status_note: 'Note on progress',
  },
  entry: 'Conclusion…',
  title: 'What is concluded here',
  more: 'More details',
  required: 'wanted',
  saved: 'Saved ✓',
  saving: 'Saving…',
  waits: 'Not saved yet: kept on this device, saved by itself once connected',
  left: (count) => (count < 0 ? `${-count} characters too long` : `${count} characters left`),
  conflict: (theirs) =>
    theirs === '' ? 'Somebody has emptied this' : `Somebody has changed this to “${theirs}”`,
  takeTheirs: 'Use theirs',
  keepMine: 'Use ours',
  noDue: 'Not set yet',
  aDay: 'Choose a day…',
  day: 'Due on',
  quarter: (quarter, year) => `Quarter ${quarter}, fiscal year ${commonEra(year)}`,
  shortQuarter: (quarter, year) => `Q${quarter}/${commonEra(year)}`,
  missing: (field, count, groups) =>
    `${field}: still missing on ${count} ${groups ? (count === 1 ? 'group' : 'groups') : count === 1 ? 'item' : 'items'}`,
  previous: 'Previous item',
  next: 'Next item',
  leave: 'Done',
  back: 'Back to the board',
  edit: 'Edit the conclusion',
  onWall: 'Show on the wall',
  isOnWall: 'The wall shows this now',
  follow: (item) => `Go to what the wall shows: ${item}`,
  pickOne: 'Choose one card or group first',
  cards: (count) => (count === 1 ? '1 card in this group' : `${count} cards in this group`),

  frame: 'Frame for the work of the year',
  ofBoard: 'What was decided on this board',
  frameOf: (year) => `Frame for the work of fiscal year ${commonEra(year)}`,
  showFrame: 'Frame for the year',
  confirmFrame: 'Confirm the frame and lock',
  confirmWhat:
    'This frame is what the workshop agreed on. Confirming ends and locks the boards; the wall then gives thanks and shows the QR of the result.',
  emptyFrame: 'Nothing chosen yet',
  emptyInColumn: 'Nothing in this column',

  carry: 'Take to another board…',
  carryTitle: 'Take to another board',
  carryWhat: (count) =>
    count === 1
      ? 'Takes 1 item; it stays here as well'
      : `Takes ${count} items; they stay here as well`,
  carryTo: 'Board',
  carryColumn: 'Column',
  carryGo: 'Take there',
  carried: (count, board) =>
    count === 1 ? `1 item taken to ${board}` : `${count} items taken to ${board}`,
  noOtherBoard: 'There is no other board in the agenda yet. Add one first.',

  thanks: 'Thank-you page',
  thanksWithLink: 'Thank-you page with the result’s QR',
  thanksWhat: 'Whoever scans this QR can read the result. Revoke it in Settings › Links.',
  thankYou: 'Thank you for every idea',
  scan: 'Scan to read the result on your phone',
  toLine: 'Send picture and text to LINE…',
  toLineWhy:
    'The result’s link works in this room only: send the group a picture and the text instead',
  privateLink: 'This link works only in this room',

  status: 'Progress',
  statuses: {
    not_started: 'Not started',
    under_way: 'Under way',
    done: 'Done',
    cancelled: 'Cancelled',
  },
  progress: 'Progress',
  progressOf: (done, of) => `${done} of ${of} done`,

  gaps: 'Is anything missing?',
  lopsided: (column, percent) => `${percent}% of the cards are in ${column}: invite the others`,

  givesBack: (count) => `gives time back: ${count}`,
  takes: (count) => `takes time: ${count}`,

  following: 'Go on from this workshop',
  followUp: 'Make a follow-up board',
  followUpWhat: 'What was agreed becomes cards, with conclusion, owner and due date',
  nextYear: 'Make next year’s workshop',
  nextYearWhat: 'The same boards, with last year’s promises in a first column',
  password: 'Password for making workshops',
  made: 'Made. Keep this link',
  goThere: 'Go to the new workshop',
};
