import type { BringingWords } from '../bringing';

export const words: BringingWords = {
  title: 'Import cards',
  about:
    'An Excel file (.xlsx), CSV, one card a line, or a Batkham backup; up to 2 MB and 2,000 cards. You always see it before it is added.',
  pick: 'Choose a file',
  drop: 'or drop a file here',
  paste: 'or paste text, one card a line (cells from Excel too)',
  look: 'Look first',
  looking: 'Reading…',
  another: 'Choose again',
  add: (count) => (count === 1 ? 'Add 1 card' : `Add ${count} cards`),
  adding: 'Adding…',
  added: (count) => `${count} added; this can be undone`,
  willAdd: (count) => (count === 1 ? '1 card will be added' : `${count} cards will be added`),
  wrong: (count) => (count === 1 ? '1 row has a problem' : `${count} rows have problems`),
  steps: (count) => `undone in ${count} steps of up to 500 cards`,
  unknownColumn: (name) => `“${name}” of the file goes to`,
  withDoubled: (count) => `Add duplicates too (${count})`,
  onlyBad: 'Only rows with problems',
  rows: 'Rows of the file',
  row: 'Row',
  text: 'Text',
  column: 'Column',
  more: (count) => `${count} more rows`,
  problems: {
    empty: 'No text: not added',
    too_long: 'More than 120 letters: not added',
    doubled: 'Is there already',
  },
};
