/** Finding cards as people type: in any case and spacing; without tone marks and with either digits, if asked. */
const MARKS = /[\u0e47-\u0e4c\u0e4e]/g;
const THAI_DIGIT = /[๐-๙]/g;
const THAI_ZERO = '๐'.charCodeAt(0);
const MOST_KNOWN = 10_000;

/** What two texts must share to be found by one another. */
export function plain(text: string, loosely = true): string {
  const one = text.normalize('NFC').replace(/เเ/g, 'แ');
  return (
    (loosely ? loose(one) : one)
      // Typed as two letters, with the tone mark between them.
      .replace(/\u0e4d\u0e32/g, '\u0e33')
      .replace(/\s+/g, '')
      .toLowerCase()
  );
}

const known = new Map<string, string>();

/** The same, remembered: every card is asked with every letter that somebody types. */
export function plainOnce(text: string, loosely: boolean): string {
  const key = `${loosely ? '~' : '='}${text}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size > MOST_KNOWN) known.clear();
  const made = plain(text, loosely);
  known.set(key, made);
  return made;
}

function loose(text: string): string {
  return text
    .replace(MARKS, '')
    .replace(THAI_DIGIT, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));
}
