/** The English of ../poster.ts. */
import type { PosterWords } from '../poster';

export const words: PosterWords = {
  how: 'How to join',
  wifi: 'Join the Wi-Fi',
  scan: 'Scan the QR or type',
  code: 'Enter the code',
  joined: (count) => (count === 1 ? '1 person has joined' : `${count} people have joined`),
  waiting: 'Waiting for the first phone',
  joinQr: 'QR code to join',
  wifiQr: 'QR code to join the Wi-Fi',
  stopped: 'Nobody else can join now',
  stoppedHow: 'Whoever was here before can come back with their resume code',
  unreachable: 'Phones cannot get in yet',
  unreachableHow:
    'The main computer is on no network: connect it to Wi-Fi or a hotspot and the QR will appear',
};
