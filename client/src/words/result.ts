/** Words of the result screen. */
import { language } from './language.svelte';

const th = {
  screen: 'ผลสรุป',
  needsLink: 'หน้านี้ต้องใช้ลิงก์ผลสรุป',
  needsLinkHow: 'ขอลิงก์ได้จากวิทยากรหรือผู้จัด',
  rehearsal: 'นี่คือการซ้อม บัตรทั้งหมดเป็นตัวอย่าง',
  fiscalYear: (year: number) => `ปีงบประมาณ พ.ศ. ${year}`,
  notFinished: 'ยังไม่จบกระดาน',
  notFinishedHow: 'หน้านี้จะแสดงผลเองเมื่อวิทยากรจบกระดาน ไม่ต้องโหลดใหม่',
  finishedOn: (date: string) => `จบกระดาน${date}`,
  starred: 'ข้อสรุป',
  thanks: 'ขอบคุณทุกความคิด',
  print: 'พิมพ์',
  privateLink: 'ลิงก์นี้ใช้ได้เฉพาะในห้องนี้ พิมพ์หรือคัดลอกไว้ก่อนกลับ',
};

export type ResultWords = typeof th;
export const result = language.dictionary(th, () => import('./en/result'));
