/** Words of what facilitators steer after the cards: rounds below a card, votes, the check-out. */
import { language } from './language.svelte';

const th = {
  sections: {
    conclusions: 'สรุปและแผน',
    together: 'ทำพร้อมกันทั้งห้อง',
  },
  vote: {
    start: 'ลงคะแนน…',
    title: 'ตั้งค่าการลงคะแนน',
    each: 'คะแนนต่อคน',
    most: 'มากที่สุดต่อหนึ่งเรื่อง',
    on: 'ลงคะแนนให้',
    onGroups: 'กลุ่มบัตรและบัตรที่ไม่มีกลุ่ม',
    onCards: 'บัตรทุกใบ',
    budgets: 'แยกคะแนนตามช่อง',
    budget: (name: string) => `คะแนนในช่อง${name}`,
    mergeFirst: 'รวมบัตรที่ซ้ำกันก่อน คะแนนจะได้ไม่แตก',
    go: 'เริ่มลงคะแนน',
    end: 'จบการลงคะแนน',
    again: 'ให้ลงคะแนนต่อ',
    show: 'แสดงผล',
    leave: 'กลับไปกระดาน',
    result: 'ดูผลการลงคะแนนอีกครั้ง',
    hands: 'นับยกมือ…',
    handsTitle: 'นับยกมือ (คนที่ไม่มีมือถือ)',
    handsNote: 'แสดงแยกจากคะแนนบนมือถือ',
    voted: (voted: number, of: number) => `ลงคะแนนแล้ว ${voted}/${of} คน`,
  },
  placing: {
    start: 'ให้ทุกคนวางเองก่อน',
    end: 'จบการวาง',
    again: 'ให้วางต่อ',
    result: 'ดูผลการวางอีกครั้ง',
    list: 'วางตามที่ทุกคนเลือก…',
    title: 'วางตามที่ทุกคนเลือก',
    put: (column: string) => `วางในช่อง${column}`,
    there: (column: string) => `อยู่ในช่อง${column}แล้ว`,
    even: 'เสียงเท่ากัน คุยกันก่อน',
    voted: (voted: number, of: number) => `ส่งแล้ว ${voted}/${of} คน`,
    counts: (count: number, column: string) => `${column} ${count}\u00A0คน`,
    plan: 'ให้ทุกคนวางลงช่องเองก่อน (ไม่บอกกัน)',
  },
  pause: {
    start: (minutes: number) => `พักเบรก ${minutes} นาที`,
    longer: 'พักต่ออีก 5 นาที',
    end: 'ไปต่อ',
  },
  round: {
    start: 'ให้เขียนต่อจากใบนี้',
    end: 'จบรอบและแสดง',
    came: (count: number) => `ได้รับแล้ว ${count} ใบ`,
    add: 'เพิ่มบัตรย่อย…',
    addTitle: 'เพิ่มบัตรย่อย',
    addTo: 'ใต้',
    text: 'ข้อความ',
    action: 'เพิ่ม',
  },
  checkOut: {
    start: 'ถามท้ายวัน (1–5)',
    end: 'จบการถาม',
    show: 'แสดงคำตอบ',
    leave: 'กลับไปกระดาน',
    result: 'ดูคำตอบท้ายวันอีกครั้ง',
  },
};

export type PlanningWords = typeof th;
export const planning = language.dictionary(th, () => import('./en/planning'));
