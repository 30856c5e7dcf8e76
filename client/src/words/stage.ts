/** Words of what the room works on together after the cards, on wall and laptop alike. */
import { language } from './language.svelte';

const th = {
  vote: 'ลงคะแนนบนมือถือ',
  votesEach: (each: number, most: number) =>
    most >= each ? `คนละ ${each} คะแนน` : `คนละ ${each} คะแนน เรื่องเดียวไม่เกิน ${most}`,
  voted: (voted: number, of: number) => `ลงคะแนนแล้ว ${voted}/${of} คน`,
  secret: 'เป็นความลับ ผลแสดงเมื่อจบการลงคะแนน',
  voteOver: 'จบการลงคะแนนแล้ว',
  result: 'ผลการลงคะแนน',
  phoneVotes: (count: number) => `${count} คะแนน`,
  hands: (count: number) => `ยกมือ ${count}`,
  tie: 'เท่ากัน',
  noVotes: 'ไม่มีคะแนนในช่องนี้',
  placing: 'ต่างคนต่างวางบนมือถือ',
  placingHow: 'แต่ละเรื่องควรอยู่ช่องไหน เลือกเรื่องละหนึ่งช่อง',
  placedBy: (voted: number, of: number) => `ส่งแล้ว ${voted}/${of} คน`,
  placingSecret: 'เป็นความลับ ผลแสดงเมื่อจบการวาง',
  placingOver: 'จบการวางแล้ว',
  placings: 'ผลการวาง',
  placingsFirst: 'เห็นต่างกันมากอยู่ก่อน',
  agreement: {
    apart: 'เห็นต่างกันมาก',
    partly: 'เห็นต่างกันบ้าง',
    agreed: 'เห็นตรงกัน',
    nobody: 'ยังไม่มีใครวาง',
  },
  most: 'มากที่สุด',
  here: 'อยู่ช่องนี้',
  put: (column: string, item: string) => `วาง ${item} ในช่อง${column}`,
  below: 'เขียนต่อจากเรื่องนี้บนมือถือ',
  belowEach: (limit: number) => `คนละไม่เกิน ${limit} ใบ`,
  belowCame: (count: number) => `ได้รับแล้ว ${count} ใบ`,
  howWasIt: 'วันนี้เป็นอย่างไร',
  answerOnPhone: 'ตอบบนมือถือ ไม่ระบุชื่อ',
  answered: (count: number, of: number) => `ตอบแล้ว ${count}/${of} คน`,
  moods: ['แย่', 'ไม่ค่อยดี', 'พอใช้', 'ดี', 'ดีมาก'],
  follows: 'เขียนต่อจากเรื่องนี้',
  cards: (count: number) => `${count} ใบ`,
  breakTitle: 'พักเบรก',
  goesOnAt: 'ไปต่อเวลา',
  people: (count: number) => `${count} คน`,
};

export type StageWords = typeof th;
export const stage = language.dictionary(th, () => import('./en/stage'));
