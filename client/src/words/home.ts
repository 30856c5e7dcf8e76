/** Words of the home screen. */
import { language } from './language.svelte';

const th = {
  code: {
    title: 'มีรหัส',
    label: 'รหัสเข้าร่วม 8 ตัว บนจอหน้าห้อง',
    enter: 'เข้าร่วม',
    entering: 'กำลังเข้าร่วม…',
    short: 'รหัสมี 8 ตัว ตรวจอีกครั้ง',
    wasHere: 'เคยเข้าร่วมแล้ว แต่เปลี่ยนเครื่อง',
    asNew: 'เข้าร่วมครั้งแรก ไม่มีรหัสนี้',
    resume: 'รหัสสำหรับกลับเข้ามาใหม่',
    resumeHow: 'แสดงไว้บนมือถือตอนเข้าร่วมครั้งแรก ใช้แล้วบัตรเดิมกลับมาครบ',
  },
  make: {
    heading: 'จัดเวทีใหม่',
    title: 'ชื่อเวที',
    titleOf: (year: number) => `ทบทวนงาน ปีงบประมาณ ${year}`,
    question: 'คำถาม',
    questionOf: (year: number) =>
      `งานหรือโครงการใดที่เราควรปิด ปรับปรุง หรือเปิดใหม่ ในปีงบประมาณ ${year} และเพราะอะไร`,
    password: 'รหัสผ่านสำหรับจัดเวที',
    passwordHow: 'ขอรหัสจากผู้ดูแลระบบ',
    make: 'จัดเวที',
    making: 'กำลังจัดเวที…',
    rehearse: 'ซ้อมก่อน',
    rehearseHow: 'ลองทุกขั้นกับคนจำลอง 40 คน โดยไม่กระทบเวทีจริง',
    rehearsalOf: (title: string) => `ซ้อม: ${title}`,
  },
  templates: {
    heading: 'แม่แบบ',
    others: 'แม่แบบอื่น',
    short: {
      'close-improve-open': 'ปิด–ปรับปรุง–เปิด',
      'four-topics': '4 ประเด็น',
      aar: 'AAR',
      blank: 'เปล่า',
    } as Record<string, string>,
    agenda: (count: number) =>
      `เวทีนี้มี ${count} กระดาน แก้คำถาม ลำดับ และเวลาของแต่ละกระดานได้ที่ ⋯ กำหนดการ`,
  },
  settings: {
    fiscalYear: 'ปีงบประมาณ',
    year: (year: number) => `พ.ศ. ${year}`,
    language: 'ภาษาของเวที',
    cardsEach: 'บัตรต่อคน',
    neighbourCards: 'บัตรส่งแทนคนข้าง ๆ',
    none: 'ไม่ใช้',
    proposals: 'ผู้เขียนเสนอช่อง',
    proposalsOff: 'ไม่ใช้',
    proposalsOptional: 'เสนอหรือไม่ก็ได้',
    proposalsRequired: 'ต้องเสนอทุกใบ',
    timer: 'เวลาเขียน',
    untimed: 'ไม่จับเวลา',
    retention: 'ลบเวทีเองหลังจาก',
    days: (days: number) => `${days} วัน`,
    oneYear: '1 ปี',
    twoYears: '2 ปี',
  },
  restore: {
    kind: 'จากไฟล์สำรองของเวทีก่อน จะได้',
    kinds: {
      same: 'เวทีเดิม เหมือนเดิมทุกใบ',
      next_year: 'เวทีของปีถัดไป มีเรื่องที่ตกลงไว้ในช่องซ้ายสุด',
      follow_up: 'กระดานติดตามงานที่ตกลงไว้',
    },
    pick: 'หรือจัดจากไฟล์สำรอง…',
    restoring: 'กำลังจัดจากไฟล์สำรอง…',
    how: 'ไฟล์สำรอง .json หรือสำเนาปลอดภัย .html',
  },
  mine: {
    heading: (count: number) => `เวทีของฉันในเครื่องนี้ (${count})`,
    deletedOn: (date: string) => `จะถูกลบ ${date}`,
    as: {
      facilitator: 'หน้าควบคุม',
      co_facilitator: 'หน้าควบคุม (ผู้ช่วย)',
      wall: 'จอหน้าห้อง',
      participant: 'บัตรของฉัน',
      result: 'ผลสรุป',
    },
    forget: 'ลืมเครื่องนี้',
    checkRoom: 'ตรวจห้อง',
    forgetWhat: 'เครื่องนี้จะลืมทุกเวที รวมถึงบัตรที่ยังไม่ได้ส่ง จะเข้าอีกได้ด้วยลิงก์หรือรหัสเท่านั้น ตัวเวทียังอยู่ครบ',
  },
  how: {
    label: 'บัตรคำทำงานอย่างไร',
    write: 'เขียน',
    writeWhat: 'ทุกคนเขียนความคิดบนมือถือ ไม่ต้องลงชื่อ',
    sort: 'จัด',
    sortWhat: 'อ่านและจัดลงช่องพร้อมกันบนจอหน้าห้อง',
    takeHome: 'นำกลับ',
    takeHomeWhat: 'ได้กระดานที่เสร็จแล้วเป็นเอกสารกลับสำนักงาน',
  },
};

export type HomeWords = typeof th;
export const home = language.dictionary(th, () => import('./en/home'));
