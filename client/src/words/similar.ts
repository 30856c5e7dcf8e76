/** Words for cards that may say the same. */
import { language } from './language.svelte';

const th = {
  title: 'แนะนำกลุ่มบัตร',
  about: 'ระบบไม่ย้ายบัตรเอง เลือกรับทีละกลุ่ม กลุ่มที่จัดไว้แล้วไม่ถูกแก้',
  by: { spelling: 'ดูจากคำที่คล้ายกัน', meaning: 'ดูจากความหมายและคำที่คล้ายกัน' },
  more: '(กำลังอ่านความหมายของบัตรที่เหลือ)',
  looking: 'กำลังหาบัตรที่คล้ายกัน…',
  nothing: 'ยังไม่พบบัตรที่คล้ายกัน',
  rest: (count: number) => `ยังมีอีก ${count} กลุ่ม จะขึ้นเมื่อรับหรือไม่รับกลุ่มข้างบนแล้ว`,
  again: 'หาใหม่',

  mayBeSame: 'อาจซ้ำกับใบนี้',
  mayBeSameAs: (count: number) => `อาจซ้ำ ${count} ใบ`,
  inGroup: (name: string) => `กลุ่ม ${name}`,
  gather: 'รวมกลุ่ม',
  gatherWhat: (text: string) => `รวมกลุ่มกับ: ${text}`,
  differ: 'ไม่ซ้ำกัน',
  joined: 'ใส่ในกลุ่มบัตรแล้ว',
  keptApart: 'จะไม่แนะนำคู่นี้อีก',

  name: 'ชื่อกลุ่ม',
  namePrompt: 'ตั้งชื่อให้คนนอกห้องอ่านแล้วเข้าใจ',
  into: (name: string) => `ใส่ในกลุ่มที่มีแล้ว: ${name}`,
  groupThese: (count: number) => `รวม ${count} ใบเป็นกลุ่ม`,
  joinThese: (count: number) => `ใส่ ${count} ใบในกลุ่ม`,
  leaveOut: 'ไม่รวม',
  leaveOutWhat: (text: string) => `ไม่รวม: ${text}`,

  aliases: 'คำที่ความหมายเดียวกัน',
  aliasesAbout: 'หนึ่งบรรทัดหนึ่งความหมาย คั่นด้วย = เช่น ไลน์ = LINE',
  saveAliases: 'บันทึกรายการคำ',
  aliasesSaved: 'บันทึกรายการคำแล้ว',
};

export type SimilarWords = typeof th;
export const similar = language.dictionary(th, () => import('./en/similar'));
