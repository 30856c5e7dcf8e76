/** The English of ../roomCheck.ts. */
import type { RoomCheckWords } from '../roomCheck';

const metres = (value: number) => value.toFixed(value < 10 ? 1 : 0);

export const words: RoomCheckWords = {
  title: 'Check the room',
  about: 'Project this page and walk to the last row.',
  legibility: 'Can the last row read it?',
  pictureHeight: 'Height of the picture',
  metres: (value) => `${metres(value)} m`,
  lower: 'The picture is lower',
  higher: 'The picture is higher',
  tenIsFine: 'Cards can be read from 10 metres',
  sitNearer: (distance) =>
    `Cards can be read from ${distance} metres: let the last row come nearer, or enlarge the picture`,
  sample: 'ปั๊มน้ำผู้ใหญ่ ญี่ปุ่น 2570',
  cardsAreThis: 'The smallest cards',
  readableTo: (comfortable, just) =>
    `easy to ${metres(comfortable)} m, just readable to ${metres(just)} m`,
  howToCheck:
    'If you cannot see the tone marks in the line of the cards, sharpen the picture, dim the front lights or enlarge it.',

  firstPhone: 'Does the first phone get in?',
  connected: (phones) => (phones === 1 ? '1 phone connected' : `${phones} phones connected`),
  useMobileData: 'Try the room’s Wi-Fi and mobile data.',
  sound: 'Sound',
  playSound: 'Play a test sound',
  soundAbout: 'While this page is up, every phone that comes in makes a sound.',
  heard: 'Played. If you heard nothing, check the loudspeaker and its volume.',
  cannotPlay: 'This browser cannot play sounds.',
};
