/** The English of ../wall.ts. */
import type { WallWords } from '../wall';

const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;
const people = (count: number) => counted(count, 'person', 'people');

export const words: WallWords = {
  screen: 'Wall',
  needsLink: 'This screen needs the wall link',
  needsLinkHow: "Get the link from the facilitator's screen",
  ended: {
    gone: 'This board was deleted',
    revoked: "This screen's link was revoked",
    bad_token: 'This screen must enter again by its link',
  },
  endedHow: "Get a new link from the facilitator's screen",
  away: 'Reconnecting… the board is safe',
  rehearsal: 'Rehearsal · all cards are examples',

  join: 'Join',
  showQr: 'Show the QR code to join',
  waiting: (count) => `${count} to be sorted`,

  trial: {
    title: 'Send one card to try it',
    how: 'Write anything on your phone, then tap Send card',
    thrownAway: 'Trial cards are thrown away. Nobody sees them',
    tried: (tried, joined) => `${tried} of ${people(joined)} tried it`,
  },
  stopped: {
    title: 'Intake has stopped',
    grace: 'Cards still on a phone can be sent for a moment',
  },
  noCards: 'No cards to show yet',
  reading: 'The card being read',
  asked: (count) => (count === 1 ? '1 person asks' : `${count} people ask`),
  starred: 'Conclusion',
  finished: {
    concluded: 'What we concluded',
    thanks: 'Thank you for every idea',
    noStar: 'No conclusion in this column',
  },
};
