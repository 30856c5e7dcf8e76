import type { TakeWords } from '../take';

export const words: TakeWords = {
  toLine: 'Send to LINE',
  toLineAbout: 'A picture of the board and ten lines of summary',
  lineAgain: 'Ready: touch again to send',
  lineSent: 'Handed to the app ✓',
  lineCopied: 'Text copied ✓ Picture saved: paste the text and attach the picture in LINE',
  lineByHand: 'Copy this text into LINE, then attach the picture that was saved',
  others: 'Other formats',
  groups: {
    board: 'Pictures and conclusions',
    tables: 'Tables and text',
    paper: 'Paper to prepare the room',
    keeping: 'Backup and safe copies',
  },
  formats: {
    line: 'Summary for LINE',
    png: 'Picture',
    docx: 'Word',
    xlsx: 'Excel',
    pdf: 'PDF',
    'board-pdf': 'Board as PDF',
    pngs: 'Pictures of all pages (zip)',
    svg: 'SVG picture',
    'frame-pdf': 'Conclusions on one page (PDF)',
    'frame-png': 'Conclusions on one page (picture)',
    csv: 'CSV, a row a card',
    'csv-wide': 'CSV, by column',
    md: 'Markdown',
    txt: 'Plain text',
    json: 'Full backup (JSON)',
    'safe-copy': 'Safe copy (HTML)',
    poster: 'QR poster',
    tents: 'Table tents',
    'word-cards': 'Blank word cards',
  },
  making: (what) => `Making ${what}`,
  seconds: (count) => (count === 1 ? '1 second' : `${count} seconds`),
  ahead: (count) => (count === 1 ? '1 file before it' : `${count} files before it`),
  saved: (name) => `Saved ${name}`,

  choices: 'Choices for documents',
  language: 'Language of the document',
  languages: { th: 'ไทย', en: 'English' },
  board: 'Board',
  allBoards: 'All boards',
  size: 'Paper size of the board',
  thaiDigits: 'Thai digits',
  parked: 'With cards that were set aside',
  pdfA: 'PDF for archives (PDF/A)',

  letterhead: 'Use the office’s own paper (.docx)',
  letterheadAbout:
    'For the Word report only. The report stands where a line says [[report]]. The file is not kept.',
  noLetterhead: 'No longer',

  keepingWarning:
    'These files hold every card, also those not shown, set aside or late. Keep them private. The workshop can be made again from them. Votes that are not shown yet stay secret and are not in them: that vote would be held again.',
  safeCopyAbout:
    'A safe copy shows the board and its replay without the main computer or the internet.',
  kept: 'Copies kept on the main computer',
  noneKept:
    'None yet. The main computer keeps one when a phase begins, and every minute while cards arrive.',
  fetch: 'Take it home',
  kilobytes: (count) => `${count} kB`,
};
