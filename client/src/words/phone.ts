/** Words of the phone screen. */
import { language } from './language.svelte';

const th = {
  rehearsal: 'ซ้อม บัตรทั้งหมดจะถูกล้าง',

  // Coming in
  comingIn: 'กำลังเข้าร่วม…',
  askForCode: 'ใส่รหัส 8 หลักบนจอหน้าห้อง',
  code: 'รหัสเข้าร่วม',
  join: 'เข้าร่วม',
  wrongLength: 'รหัสมี 8 หลัก ตรวจเลขบนจอหน้าห้อง',
  waitingForServer: 'กำลังลองใหม่ให้เรื่อย ๆ ไม่ต้องทำอะไร',
  reload: 'โหลดหน้านี้อีกครั้ง',
  joinAgain: 'เข้าร่วมใหม่',
  wasHere: 'เคยเข้าร่วมแล้ว? กลับเข้ามาใหม่',
  resumeCode: 'รหัสสำหรับกลับเข้ามาใหม่',
  resumeWhy: 'จดไว้หรือถ่ายภาพหน้าจอ ใช้เมื่อเปลี่ยนเครื่องหรือเบราว์เซอร์ แล้วบัตรของท่านจะกลับมา',
  comeBack: 'กลับเข้ามา',

  // Welcome
  welcome: 'ยินดีต้อนรับ',
  promise: 'ไม่ระบุชื่อ',
  promiseText: 'ไม่มีใครเห็นว่าใครเขียน รวมถึงวิทยากร',
  promiseYours: 'อย่าเขียนสิ่งที่บอกตัวผู้เขียน',
  start: 'เริ่ม',

  // Waiting
  joined: 'เข้าร่วมแล้ว ✓',
  waitForWriting: 'รอวิทยากรเริ่มรับบัตร',
  keepPage: 'ค้างหน้านี้ไว้ได้เลย หน้านี้จะเปลี่ยนเองเมื่อเริ่ม',

  // Trial
  trial: 'ลองส่งหนึ่งใบ',
  trialQuestion: 'วันนี้กินข้าวกับอะไร',
  trialNote: 'บัตรลองจะถูกทิ้ง ไม่ขึ้นจอ ไม่นับรวม',
  trialExample: 'เช่น ข้าวเหนียวกับส้มตำ',
  sendTrial: 'ส่งบัตรลอง',
  skipTrial: 'ข้าม',
  trialSent: 'ส่งแล้ว ✓',
  trialThrown: 'เครื่องหลักรับแล้ว และทิ้งบัตรลองไปแล้ว',
  ready: 'พร้อมเขียนจริงแล้ว',

  // Writing
  rules: 'เขียนบัตรอย่างไร',
  ruleList: [
    'หนึ่งบัตร หนึ่งเรื่อง',
    'สั้น ชัด ไม่เกิน 3 บรรทัด',
    'บอกว่า “ทำอะไร กับเรื่องใด” ไม่ใช่คำเดียวโดด ๆ',
    'เขียนถึงงาน ไม่เขียนถึงตัวบุคคล',
    'ไม่ต้องลงชื่อ ทุกใบมีค่าเท่ากัน',
  ],
  yourCard: 'ข้อความในบัตร',
  example: (text: string) => `เช่น ${text}`,
  cardsLeft: (count: number) => `เหลืออีก ${count} ใบ`,
  noCardsLeft: (limit: number) => `ส่งครบ ${limit} ใบแล้ว`,
  noCardsLeftHint: 'ถอนหรือแก้ไขใบเดิมได้ถ้าอยากเปลี่ยน',
  propose: 'เสนอให้อยู่ช่อง',
  proposeOptional: 'เสนอให้อยู่ช่อง… (ไม่เลือกก็ได้)',
  lettersOf: (count: number, limit: number) => `${count} จาก ${limit} ตัวอักษร`,
  long: 'เริ่มยาว สั้นลงจะอ่านง่ายบนจอ',
  sendCard: 'ส่งบัตร',
  sendForNeighbour: 'ส่งบัตรแทนคนข้าง ๆ',
  forNeighbour: 'ส่งแทนคนข้าง ๆ',
  byNeighbour: 'แทนคนข้าง ๆ',
  neighbourLeft: (count: number) => `อีก ${count} ใบ`,
  timeIsUp: 'หมดเวลาแล้ว ยังส่งได้จนกว่าวิทยากรจะหยุดรับบัตร',
  moreCards: (count: number) => `ได้เพิ่มอีก ${count} ใบ`,
  moreNeighbourCards: (count: number) => `ส่งแทนคนข้าง ๆ ได้เพิ่มอีก ${count} ใบ`,
  questionChanged: 'วิทยากรแก้ไขคำถาม',

  // My cards
  myCards: 'บัตรของฉัน',
  noCardsYet: 'บัตรที่ส่งแล้วจะอยู่ตรงนี้ มีแต่ท่านที่เห็น',
  states: {
    waiting: 'รอส่ง',
    sending: 'กำลังส่ง…',
    sent: 'ส่งแล้ว ✓',
    withdrawing: 'กำลังถอน…',
    refused: 'ยังไม่ได้ส่ง',
    late: 'บัตรมาช้า',
    lateWaits: 'บัตรมาช้า รอวิทยากรรับ',
    shown: 'บนกระดาน รอจัดช่อง',
    inColumn: 'อยู่ช่อง',
    endedInColumn: 'จบที่ช่อง',
    endedInbox: 'อยู่บนกระดาน ไม่ได้จัดช่อง',
    notShown: 'ไม่ได้ขึ้นกระดาน',
  },
  changeNotTaken: 'การแก้ไขยังไม่ได้ส่ง',
  proposed: (name: string) => `เสนอช่อง${name}`,
  withdraw: 'ถอนบัตร',
  withdrawAsk: 'ถอนบัตรใบนี้?',
  withdrawNote: 'ข้อความจะถูกลบออกจากเครื่องหลัก และเอากลับมาไม่ได้',
  saveEdit: 'บันทึกการแก้ไข',
  sendAgain: 'ส่งอีกครั้ง',
  discard: 'ทิ้งข้อความนี้',
  discardAsk: 'ทิ้งข้อความนี้?',
  discardNote: 'ข้อความนี้อยู่ในเครื่องนี้เท่านั้น ทิ้งแล้วเอากลับมาไม่ได้',
  copyText: 'คัดลอกข้อความ',
  cardArrived: 'บัตรถึงเครื่องหลักแล้ว ส่งแล้ว ✓',

  // Intake stopped
  sendHeld: 'ส่งใบที่ค้าง?',
  sendHeldNote: 'ส่งข้อความในกล่องได้ภายใน',
  sendHeldNow: 'ส่งใบที่ค้าง',
  stopped: 'หยุดรับบัตรแล้ว',
  stoppedNote: 'รอวิทยากรแสดงบัตรพร้อมกัน',
  leftover: 'ข้อความที่ยังไม่ได้ส่ง',
  leftoverNote: 'เก็บไว้ในเครื่องนี้ ถ้าวิทยากรรับบัตรอีก ข้อความจะกลับมาในกล่อง',

  // Quiet
  lookAhead: 'เชิญดูจอหน้าห้อง',
  paused: 'พักสักครู่',
  pausedNote: 'จอหน้าห้องพักอยู่',
  readCards: 'อ่านบัตรที่แสดง',
  shownCards: 'บัตรที่แสดง',
  beingRead: 'กำลังอ่านใบนี้',
  starred: 'ข้อสรุป',
  fetchingCards: 'กำลังนำบัตรมา…',
  noCardsShown: 'ยังไม่มีบัตรที่แสดง',

  // Finished
  finished: 'จบกระดานแล้ว',
  thanks: (cards: string, from: string) => `ขอบคุณสำหรับบัตร ${cards} จาก ${from}`,
  ended: 'บัตรของฉันจบที่ไหน',
  endedNote: 'มีแต่ท่านที่เห็นรายการนี้ ในเครื่องนี้',
  noOwnCards: 'ไม่มีบัตรจากเครื่องนี้',

  // The device
  ownBrowser: 'ใช้เบราว์เซอร์ของเครื่อง',
  ownBrowserWhy: 'ถ้าหน้านี้ใช้ในไลน์ไม่ถนัด',
  privateWindow: 'เครื่องนี้ไม่ยอมเก็บข้อมูล (อาจเป็นโหมดส่วนตัว) ค้างหน้านี้ไว้จนกว่าบัตรจะขึ้นว่า ส่งแล้ว ✓',
  writeOn: 'กำลังเชื่อมต่อใหม่… เขียนต่อได้ ข้อความเก็บไว้ในเครื่อง',
  stillWaiting: 'กำลังเชื่อมต่อใหม่…',
  notFetched: 'หน้านี้มาไม่ครบ ข้อความที่เขียนไว้ยังอยู่ในเครื่อง',
};

export type PhoneWords = typeof th;
export const phone = language.dictionary(th, () => import('./en/phone'));
