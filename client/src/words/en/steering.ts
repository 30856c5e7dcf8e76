/** The English of ../steering.ts. */
import type { SteeringWords } from '../steering';

export const words: SteeringWords = {
  title: 'On the wall',
  board: 'Whole board',
  overview: 'Overview of the groups',
  overviewShort: 'Overview',
  qr: 'QR for late comers, on every screen',
  qrShort: 'Join QR',
  leaveQr: 'Take the QR away',
  column: (name) => `Column ${name}`,
  group: (name) => `Group ${name}`,
  groups: 'Groups',
  pickGroup: 'Pick a group…',
};
