/** The English of ../result.ts. */
import type { ResultWords } from '../result';

export const words: ResultWords = {
  screen: 'Result',
  needsLink: 'This page needs the result link',
  needsLinkHow: 'Ask the facilitator or the organiser for it',
  rehearsal: 'This is a rehearsal: all cards are examples',
  fiscalYear: (year) => `Fiscal year ${year - 543} (B.E. ${year})`,
  notFinished: 'The board is not finished yet',
  notFinishedHow: 'The result will appear here by itself when the facilitator finishes the board',
  finishedOn: (date) => `Finished on ${date}`,
  starred: 'Conclusion',
  thanks: 'Thank you for every idea',
  print: 'Print',
  privateLink: 'This link works in this room only: print or copy before you leave',
};
