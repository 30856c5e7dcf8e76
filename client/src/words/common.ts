/** Words that several screens share. */
import { date, longDate, time, type When } from './dates';
import { language } from './language.svelte';

const th = {
  product: 'บัตรคำ',
  motto: 'เขียน จัด นำกลับ',

  cards: (count: number) => `${count} ใบ`,
  people: (count: number) => `${count} คน`,
  devices: (count: number) => `${count} เครื่อง`,
  tables: (count: number) => `${count} โต๊ะ`,
  groups: (count: number) => `${count} กลุ่ม`,
  minutes: (count: number) => `${count} นาที`,
  page: (number: number, of: number) => `หน้า ${number}/${of}`,

  date: (when: When) => date(when, 'th'),
  longDate: (when: When) => longDate(when, 'th'),
  time: (when: When) => `${time(when, 'th')}\u00a0น.`,
  willBeDeleted: (when: When) => `กระดานนี้จะถูกลบวันที่ ${date(when, 'th')}`,

  phases: {
    join: 'เข้าร่วม',
    trial: 'ลองส่ง',
    write: 'เขียนบัตร',
    stopped: 'หยุดรับบัตร',
    show: 'แสดงบัตร',
    sort: 'จัดช่อง',
    finished: 'จบกระดาน',
  },
  locked: 'ล็อกกระดานแล้ว',
  inbox: 'รอจัดช่อง',

  cancel: 'ยกเลิก',
  back: 'กลับ',
  done: 'เสร็จ',
  save: 'บันทึก',
  edit: 'แก้ไข',
  undo: 'ย้อนกลับ',
  redo: 'ทำซ้ำ',
  next: 'ถัดไป',
  previous: 'ก่อนหน้า',
  tryAgain: 'ลองใหม่',
  more: 'เพิ่มเติม',
  settings: 'ตั้งค่า',
  moreSettings: 'ตั้งค่าเพิ่ม',
  confirm: 'ยืนยัน',
  copy: 'คัดลอก',
  copied: 'คัดลอกแล้ว ✓',
  copyByHand: 'เลือกข้อความไว้แล้ว กดคัดลอกจากเครื่องได้เลย',
  menu: 'คำสั่งเพิ่มเติม',
  dismiss: 'ซ่อนข้อความนี้',

  timeLeft: (minutes: number, seconds: number) => `เหลือเวลา ${minutes} นาที ${seconds} วินาที`,
  timeIsUp: 'หมดเวลา',

  keptHere: (count: number) => `เก็บไว้ในเครื่องแล้ว ${count} ใบ จะส่งเองเมื่อมีสัญญาณ`,
  allSent: 'ส่งครบแล้ว ✓',
  boardIsWhole: 'กำลังเชื่อมต่อใหม่… กระดานยังอยู่ครบ',
  serverIsAway: 'ยังติดต่อเครื่องหลักไม่ได้ ตรวจ Wi-Fi',

  emptyColumn: 'ยังไม่มีบัตรในช่องนี้',
  late: 'มาช้า',
  removed: 'ถอนแล้ว',
  privacy: 'ประกาศความเป็นส่วนตัว',
  privacyNotice:
    'เก็บเฉพาะข้อความในบัตรและคะแนน ไม่เก็บชื่อ เบอร์โทร หรือบัญชี LINE ใช้เพื่อสรุปผลการประชุมนี้เท่านั้น กระดานจะถูกลบตามวันที่แสดง ผู้ดูแลเซิร์ฟเวอร์อาจเก็บบันทึกการเข้าใช้งานตามกฎหมาย โปรดไม่เขียนถึงตัวบุคคล',

  language: 'ภาษา',
  languageUnavailable: 'ยังเปลี่ยนภาษาไม่ได้ ลองใหม่เมื่อมีสัญญาณ',
};

export type CommonWords = typeof th;
export const common = language.dictionary(th, () => import('./en/common'));
