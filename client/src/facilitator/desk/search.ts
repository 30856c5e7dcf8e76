/** Finding cards as people type: without tone marks, with Arabic digits, whatever the case and the spaces. */
const MARKS = /[\u0e47-\u0e4c\u0e4e]/g;
const THAI_DIGIT = /[๐-๙]/g;
const THAI_ZERO = '๐'.charCodeAt(0);

/** What two texts must share to be found by one another. */
export function plain(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/เเ/g, 'แ')
      .replace(MARKS, '')
      // Typed as two letters, with the tone mark between them.
      .replace(/\u0e4d\u0e32/g, '\u0e33')
      .replace(THAI_DIGIT, (digit) => String(digit.charCodeAt(0) - THAI_ZERO))
      .replace(/\s+/g, '')
      .toLowerCase()
  );
}
