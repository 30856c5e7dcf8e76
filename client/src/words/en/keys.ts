/** The English of ../keys.ts. */
import type { KeyWords } from '../keys';

export const words: KeyWords = {
  title: 'Keys',
  late: 'Late? Scan and join',
  list: [
    ['1 2 3', 'Place the card being read, or move the selected ones'],
    ['Space', 'Skip the card being read, or select a card'],
    ['Z · Shift+Z · Y', 'Undo · redo'],
    ['PgUp PgDn', 'Turn pages (clicker)'],
    ['← ↑ ↓ →', 'Select a card, with Shift several'],
    ['Alt+↑ Alt+↓', 'Change the order'],
    ['Enter', 'Show the card large'],
    ['P · S · E', 'Park · star · correct'],
    ['G · N', 'Group · name the group'],
    ['U · D', 'Take out of the group · stack duplicates'],
    ['C', 'Conclusion of what is chosen'],
    ['Esc', 'Clear, or see the whole board'],
    ['B', 'Blank the screens'],
    ['F', 'Presenting or desk'],
  ],
};
