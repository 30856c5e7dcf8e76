/** The English of ../phone.ts. */
import type { PhoneWords } from '../phone';

export const words: PhoneWords = {
  rehearsal: 'Rehearsal: every card will be thrown away',
  comingIn: 'Joining…',
  reload: 'Load this page again',
  welcome: 'Welcome',
  promise: 'Anonymous',
  promiseText: 'Nobody sees who wrote what, not even the facilitator',
  promiseYours: 'Write nothing that tells who you are',
  start: 'Start',
  cardArrived: 'The card has arrived. Sent ✓',
  ownBrowser: "Use the phone's own browser",
  ownBrowserWhy: 'If this page is awkward inside LINE',
  privateWindow:
    'This device refuses to store anything (a private window?). Keep this page until each card says Sent ✓',
  writeOn: 'Reconnecting… Write on: your text is kept on this device',
  stillWaiting: 'Reconnecting…',
  notFetched: 'Part of this page did not arrive. What you wrote is still on this device',
};
