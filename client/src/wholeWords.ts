/**
 * Words that browsers cut in two: their Thai dictionary takes "เหลือกลุ่ม" for "เหลือก|ลุ่ม" and knows few loan words.
 * Kept whole on a line, with a place to break before and after. The text itself stays as it was written.
 */
const WORDS = [
  'กลุ่ม',
  'กูเกิล',
  'คลิป',
  'คิวอาร์โค้ด',
  'แชท',
  'ซอฟต์แวร์',
  'ซอฟต์พาวเวอร์',
  'โซเชียลมีเดีย',
  'โซเชียล',
  'ดิจิทัล',
  'ติ๊กต็อก',
  'เทมเพลต',
  'แพลตฟอร์ม',
  'เฟซบุ๊ก',
  'เฟสบุ๊ค',
  'มาร์เก็ตติ้ง',
  'มือถือ',
  'โมเดล',
  'ยูทูบ',
  'ไลน์',
  'ไลฟ์สด',
  'ไลฟ์',
  'วิดีโอ',
  'เว็บไซต์',
  'เว็ปไซด์',
  'เวิร์กช็อป',
  'สตาร์ตอัป',
  'ออนไลน์',
  'อัปเดต',
  'อัพเดท',
  'อินเทอร์เน็ต',
  'อินโฟกราฟิก',
  'แอดมิน',
  'แอปพลิเคชัน',
  'โอทอป',
] as const;

// A mark that follows belongs to the last letter: then it is another word.
const WHOLE = new RegExp(`(${WORDS.join('|')})(?![\\p{M}ะาำๅ])`, 'u');

export interface Part {
  text: string;
  whole: boolean;
}

/** The text in its parts, in order; those that are whole may not be broken. */
export function partsOf(text: string): Part[] {
  return text
    .split(WHOLE)
    .map((part, index) => ({ text: part, whole: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** The same parts as `CardText` draws them, for measuring. */
export function write(element: HTMLElement, text: string): void {
  for (const part of partsOf(text)) {
    if (part.whole) element.append(document.createElement('wbr'), whole(part.text));
    else element.append(part.text);
  }
}

function whole(text: string): DocumentFragment {
  const span = document.createElement('span');
  span.style.whiteSpace = 'nowrap';
  span.textContent = text;
  const fragment = document.createDocumentFragment();
  fragment.append(span, document.createElement('wbr'));
  return fragment;
}
