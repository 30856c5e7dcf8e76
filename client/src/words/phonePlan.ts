/** Words of what the room asks of a phone after the cards: a card below another, a vote, how the day was. */
import { language } from './language.svelte';

const th = {
  fetching: 'กำลังนำมา…',
  notSent: 'ยังไม่ได้ส่ง',
  waits: 'รอส่ง',
  sent: 'ส่งแล้ว ✓',
  // A round below a card
  below: 'เขียนต่อจากเรื่องนี้',
  belowField: 'ข้อความในบัตรย่อย',
  belowExample: 'เช่น เริ่มจากหนึ่งอำเภอก่อน',
  belowLeft: (count: number) => `เหลืออีก ${count} ใบ`,
  belowNone: (limit: number) => `ส่งครบ ${limit} ใบแล้ว`,
  belowSend: 'ส่งบัตรย่อย',
  belowHidden: 'ยังไม่ขึ้นจอ วิทยากรจะแสดงพร้อมกันทุกใบ',
  belowMine: 'บัตรย่อยของฉัน',
  withdraw: 'ถอนบัตร',
  // A vote
  vote: 'ลงคะแนน',
  voteSecret: 'ไม่มีใครเห็นว่าใครให้คะแนนเรื่องใด ผลจะแสดงเมื่อจบการลงคะแนน',
  votesEach: (each: number, most: number) =>
    most >= each ? `คนละ ${each} คะแนน` : `คนละ ${each} คะแนน เรื่องเดียวให้ได้ไม่เกิน ${most}`,
  votesLeft: (left: number) => `เหลือ ${left} คะแนน`,
  budget: (left: number) => `ช่องนี้เหลือ ${left} คะแนน`,
  give: (item: string) => `ให้คะแนน ${item}`,
  more: (item: string) => `เพิ่มคะแนน ${item}`,
  less: (item: string) => `ลดคะแนน ${item}`,
  votes: (count: number) => `${count} คะแนน`,
  sendVotes: 'ส่งคะแนน',
  sendVotesAgain: 'ส่งคะแนนที่แก้ไข',
  votesSent: 'ส่งคะแนนแล้ว ✓ แก้ไขได้จนกว่าจะจบการลงคะแนน',
  votesChanged: 'แก้ไขแล้ว ยังไม่ได้ส่ง',
  votesWait: 'รอส่งคะแนน เก็บไว้ในเครื่องแล้ว',
  // Everybody places by themselves
  placing: 'แต่ละเรื่องควรอยู่ช่องไหน',
  placingHow: 'เลือกหนึ่งช่องให้แต่ละเรื่อง เรื่องที่ไม่แน่ใจเว้นไว้ได้',
  placingSecret: 'ไม่มีใครเห็นว่าใครวางเรื่องใดไว้ช่องไหน ผลจะแสดงพร้อมกันเมื่อจบการวาง',
  placingOf: (item: string) => `ช่องของ ${item}`,
  placed: (placed: number, of: number) => `วางแล้ว ${placed} จาก ${of} เรื่อง`,
  sendPlacing: 'ส่งที่วางไว้',
  sendPlacingAgain: 'ส่งที่แก้ไข',
  placingSent: 'ส่งแล้ว ✓ แก้ไขได้จนกว่าจะจบการวาง',
  placingWaits: 'รอส่ง เก็บไว้ในเครื่องแล้ว',
  inGroup: (count: number) => `กลุ่มบัตร ${count} ใบ`,
  unnamed: 'กลุ่มที่ยังไม่มีชื่อ',
  // How the day was
  howWasIt: 'วันนี้เป็นอย่างไร',
  moods: ['แย่', 'ไม่ค่อยดี', 'พอใช้', 'ดี', 'ดีมาก'],
  line: 'อยากบอกอะไรสั้น ๆ (ไม่เขียนก็ได้)',
  sendAnswer: 'ส่งคำตอบ',
  answerSent: 'ส่งแล้ว ✓ ขอบคุณ',
  answerSecret: 'ไม่ระบุชื่อ ผลรวมจะแสดงพร้อมกัน',
};

export type PhonePlanWords = typeof th;
export const plan = language.dictionary(th, () => import('./en/phonePlan'));
