/** Words of taking documents home. */
import type { FileFormat } from '../api';
import { language } from './language.svelte';

const th = {
  toLine: 'ส่งเข้า LINE',
  toLineAbout: 'ภาพกระดานและสรุปสิบบรรทัด',
  lineAgain: 'พร้อมแล้ว แตะอีกครั้งเพื่อส่ง',
  lineSent: 'ส่งต่อให้แอปแล้ว ✓',
  lineCopied: 'คัดลอกข้อความแล้ว ✓ บันทึกภาพแล้ว วางข้อความและแนบภาพใน LINE ได้เลย',
  lineByHand: 'คัดลอกข้อความนี้ไปวางใน LINE แล้วแนบภาพที่บันทึกไว้',
  others: 'รูปแบบอื่น',
  groups: {
    board: 'ภาพและข้อสรุป',
    tables: 'ตารางและข้อความ',
    paper: 'กระดาษสำหรับเตรียมห้อง',
    keeping: 'สำรองและสำเนาปลอดภัย',
  },
  formats: {
    line: 'สรุปสำหรับ LINE',
    png: 'ภาพ',
    docx: 'Word',
    xlsx: 'Excel',
    pdf: 'PDF',
    'board-pdf': 'กระดานเป็น PDF',
    pngs: 'ภาพทุกหน้า (zip)',
    svg: 'ภาพ SVG',
    'frame-pdf': 'ข้อสรุปหน้าเดียว (PDF)',
    'frame-png': 'ข้อสรุปหน้าเดียว (ภาพ)',
    csv: 'CSV แถวละบัตร',
    'csv-wide': 'CSV แยกตามช่อง',
    md: 'Markdown',
    txt: 'ข้อความล้วน',
    json: 'ไฟล์สำรองฉบับเต็ม (JSON)',
    'safe-copy': 'สำเนาปลอดภัย (HTML)',
    poster: 'โปสเตอร์ QR',
    tents: 'ป้ายตั้งโต๊ะ',
    'word-cards': 'บัตรคำเปล่า',
  } satisfies Record<FileFormat, string>,
  making: (what: string) => `กำลังทำ ${what}`,
  seconds: (count: number) => `${count} วินาที`,
  ahead: (count: number) => `รออีก ${count} ไฟล์ก่อนหน้า`,
  saved: (name: string) => `บันทึกไฟล์ ${name} แล้ว`,

  choices: 'ตัวเลือกของเอกสาร',
  language: 'ภาษาของเอกสาร',
  languages: { th: 'ไทย', en: 'English' },
  board: 'กระดาน',
  allBoards: 'ทุกกระดาน',
  size: 'ขนาดกระดาษของกระดาน',
  thaiDigits: 'ใช้เลขไทย',
  parked: 'รวมบัตรที่พักไว้',
  pdfA: 'PDF สำหรับเก็บระยะยาว (PDF/A)',

  letterhead: 'ใช้หัวกระดาษของสำนักงาน (.docx)',
  letterheadAbout: 'ใช้กับรายงาน Word เท่านั้น รายงานจะอยู่ตรงบรรทัด [[รายงาน]]',
  letterheadIsKept: 'ไฟล์ที่เลือกใช้ครั้งนี้เท่านั้น เว้นแต่จะเก็บไว้ใช้ทุกเวทีของเครื่องหลักนี้',
  letterheadIsNotKept: 'ระบบไม่เก็บไฟล์นี้ไว้',
  officeLetterhead: (date: string) => `ใช้หัวกระดาษของสำนักงานที่เก็บไว้ (${date})`,
  otherLetterhead: 'ใช้ไฟล์อื่น (.docx)',
  keepLetterhead: 'เก็บไว้ใช้ทุกเวที',
  removeLetterhead: 'เลิกเก็บหัวกระดาษ',
  removeLetterheadWarning: 'ทุกเวทีของเครื่องหลักนี้จะไม่มีหัวกระดาษ จนกว่าจะมีคนเก็บไฟล์ใหม่',
  noLetterhead: 'ไม่ใช้แล้ว',

  keepingWarning:
    'ไฟล์เหล่านี้มีบัตรทุกใบ รวมบัตรที่ยังไม่แสดง บัตรที่พักไว้ และบัตรมาช้า เก็บเป็นความลับ ใช้สร้างเวทีเดิมขึ้นใหม่ได้ คะแนนที่ยังไม่แสดงเป็นความลับ จึงไม่อยู่ในไฟล์ เวทีใหม่ต้องลงคะแนนครั้งนั้นอีกครั้ง',
  safeCopyAbout: 'สำเนาปลอดภัยดูกระดานและภาพย้อนเวลาได้โดยไม่ต้องมีเครื่องหลักหรืออินเทอร์เน็ต',
  kept: 'สำเนาที่เก็บในเครื่องหลัก',
  noneKept: 'ยังไม่มี เครื่องหลักจะเก็บเองเมื่อเริ่มช่วงใหม่ และทุกนาทีขณะรับบัตร',
  fetch: 'นำมาเก็บไว้',
  kilobytes: (count: number) => `${count} kB`,
};

export type TakeWords = Omit<typeof th, 'formats'> & { formats: Record<FileFormat, string> };
export const take = language.dictionary<TakeWords>(th, () => import('./en/take'));
