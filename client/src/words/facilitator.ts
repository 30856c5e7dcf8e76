/** Words of the facilitator screen's presenting layout. */
import { language } from './language.svelte';

const th = {
  screen: 'หน้าควบคุม',
  door: {
    needsLink: 'หน้านี้ต้องใช้ลิงก์วิทยากร',
    needsLinkHow: 'ใช้ลิงก์วิทยากรที่ได้ตอนจัดเวที หรือขอลิงก์ใหม่จากผู้จัด',
    notEntered: 'ยังเข้าหน้านี้ไม่ได้',
    connecting: 'กำลังเข้าเวที…',
  },
  ended: {
    gone: 'กระดานนี้ถูกลบแล้ว',
    revoked: 'ลิงก์นี้ถูกยกเลิกแล้ว ขอลิงก์ใหม่จากผู้จัด',
    reload: 'มีรุ่นใหม่ โหลดหน้านี้อีกครั้ง',
    bad_token: 'เครื่องนี้ต้องเข้าใหม่ด้วยลิงก์วิทยากร',
  },
  home: 'กลับหน้าแรก',
  reload: 'โหลดหน้านี้อีกครั้ง',

  rehearsal: 'ซ้อม',
  late: (count: number) => `มาช้า ${count}`,
  cardsAndPeople: (cards: number, people: number) => `${cards} ใบ · ${people} คน`,
  phaseMenu: (phase: string) => `ขั้นตอน: ${phase} ไปขั้นอื่น…`,
  goTo: (phase: string) => `ไปขั้น ${phase}`,
  here: 'ขั้นนี้',

  next: {
    trial: 'ลองส่งบัตร',
    write: 'เริ่มรับบัตร',
    stopped: 'หยุดรับบัตร',
    show: (count: number) => `แสดงบัตร ${count} ใบ`,
    sort: 'เริ่มจัดช่อง',
    takeAndShow: 'เริ่มรับและแสดงบัตร',
    finished: 'จบกระดาน',
    lock: 'ล็อกกระดาน',
    locked: 'ล็อกแล้ว',
  },
  skipTrial: 'เริ่มรับบัตรเลย',
  notWhileOffline: 'ไปขั้นต่อไปไม่ได้ ขณะกำลังเชื่อมต่อใหม่',
  onlyOwner: 'เฉพาะวิทยากรเจ้าของเวทีล็อกได้',
  lockWarning: 'ล็อกแล้วแก้ไขไม่ได้อีก และไม่มีทางรู้อีกว่าบัตรใดส่งจากเครื่องใด',
  lockWhat: 'กระดานจะเป็นแบบนี้ถาวร ทุกคนยังดูผลและส่งออกได้',

  timer: {
    start: 'จับเวลา',
    more: '+1 นาที',
    moreShort: '+1',
    stop: 'หยุดจับเวลา',
    minutes: (minutes: number) => `${minutes} นาที`,
  },

  join: {
    joined: (count: number) => `เข้าร่วมแล้ว ${count} คน`,
    waiting: 'รอมือถือเครื่องแรก',
    first: 'มือถือเครื่องแรกเข้าได้แล้ว ✓',
    stopped: 'หยุดรับคนเพิ่มแล้ว',
    noNetwork: 'ยังไม่พบเครือข่าย โทรศัพท์ยังเข้าไม่ได้ ต่อ Wi-Fi หรือตั้งที่อยู่ในการตั้งค่า',
    noDoor: 'ยังแสดง QR ไม่ได้ กำลังลองใหม่…',
    qr: 'QR สำหรับเข้าร่วม',
  },
  trial: {
    title: 'ลองส่งหนึ่งใบ เขียนอะไรก็ได้',
    thrownAway: 'บัตรลองจะถูกทิ้ง ไม่มีใครเห็น',
    tried: (tried: number, joined: number) => `ลองแล้ว ${tried} จาก ${joined} คน`,
  },
  write: {
    none: 'ยังไม่มีบัตรเข้ามา',
  },
  stopped: {
    grace: 'ใบที่กำลังส่งยังเข้ามาได้อีกครู่หนึ่ง',
  },
  noCards: 'ยังไม่มีบัตรให้แสดง',

  reading: {
    title: 'บัตรที่กำลังอ่าน',
    proposed: (column: string) => `ผู้เขียนเสนอ ${column}`,
    proposedHere: 'เสนอ',
    skip: 'ข้าม',
    left: (count: number) => `รอจัดช่อง ${count} ใบ`,
    leftShort: (count: number) => `รอ ${count}`,
    done: 'จัดครบทุกใบแล้ว ✓',
    start: (count: number) => `อ่านต่อ ${count} ใบ`,
    stop: 'หยุดอ่าน ดูทั้งกระดาน',
    read: 'อ่านใบนี้',
    nothing: 'ยังไม่มีบัตรรอจัดช่อง',
    place: (column: string) => `วางบัตรที่กำลังอ่านลงช่อง ${column}`,
  },
  column: (name: string, count: number) => `ช่อง ${name} ${count} ใบ`,
  focusColumn: 'ดูช่องนี้เต็มจอ',
  leaveFocus: 'ดูทั้งกระดาน',
  focusedCard: 'บัตรเต็มจอ',
  pages: {
    label: 'หน้าของกระดาน',
    next: 'หน้าถัดไป',
    previous: 'หน้าก่อน',
    turned: (page: number, of: number) => `หน้า ${page} จาก ${of}`,
  },

  selection: {
    label: 'บัตรที่เลือก',
    count: (count: number) => `เลือก ${count} ใบ`,
    move: 'ย้ายไป…',
    park: 'พัก',
    parkWhat: 'พักบัตรไว้ (ซ่อน ไม่ลบ)',
    star: 'ติดดาว',
    unstar: 'เอาดาวออก',
    fix: 'แก้คำ',
    full: 'ดูเต็มจอ',
    clear: 'ไม่เลือก',
    up: 'เลื่อนขึ้น',
    down: 'เลื่อนลง',
    first: 'ขึ้นบนสุด',
    last: 'ลงล่างสุด',
  },
  pickFirst: 'เลือกบัตรก่อน หรือเริ่มอ่านบัตร',
  starred: 'ติดดาว',

  said: {
    moved: (count: number, column: string) => `ย้าย ${count} ใบ ไปช่อง ${column}`,
    backToInbox: (count: number) => `ย้าย ${count} ใบ กลับไปรอจัดช่อง`,
    parked: (count: number) => `พักบัตร ${count} ใบแล้ว`,
    reordered: (place: number, of: number) => `อยู่ลำดับ ${place} จาก ${of}`,
    placedAsProposed: 'วางบัตรตามที่เสนอแล้ว',
    blank: 'พักจอแล้ว',
    shown: 'แสดงจอแล้ว',
    nothingLate: 'ไม่มีบัตรมาช้าแล้ว',
  },

  menu: {
    screens: 'บนทุกจอ',
    workshop: 'เวที',
    addCard: 'เพิ่มบัตรแทนคนที่ไม่มีมือถือ',
    asProposed: 'วางทุกใบตามที่เสนอ',
    acceptLate: (count: number) => `รับบัตรมาช้า ${count} ใบ ขึ้นจอ`,
    blank: 'พักจอ',
    layout: 'หน้าทำงานส่วนตัว (จอที่สอง)',
    keys: 'ปุ่มลัดและ QR',
    phases: 'ไปขั้นอื่น…',
    take: 'ส่งออก…',
    import: 'นำเข้าบัตร…',
    settings: 'ตั้งค่า ลิงก์…',
  },
  blank: {
    on: 'พักจออยู่',
    show: 'แสดงจอ',
  },

  lettersLeft: (count: number) => `เหลือ ${count} ตัวอักษร`,
  add: {
    title: 'เพิ่มบัตรแทนคนที่ไม่มีมือถือ',
    text: 'ข้อความในบัตร',
    column: 'ลงช่อง',
    hidden: 'เก็บไว้กับบัตรที่ยังไม่แสดง',
    action: 'เพิ่มบัตร',
    onScreen: 'ข้อความที่พิมพ์อยู่นี้ คนในห้องเห็นด้วยถ้าจอนี้ฉายอยู่',
  },
  fix: {
    title: 'แก้คำ',
    text: 'คำที่แก้แล้ว',
    original: 'ที่ผู้เขียนส่งมา',
    action: 'บันทึก',
    restore: 'ใช้คำเดิม',
  },

  finish: {
    concluded: 'ข้อสรุปของเรา',
    starred: 'ข้อสรุป',
    noStar: 'ไม่มีข้อสรุปในช่องนี้',
    thanks: 'ขอบคุณทุกความคิด',
    locked: 'ล็อกกระดานแล้ว',
  },
};

export type FacilitatorWords = typeof th;
export const facilitator = language.dictionary(th, () => import('./en/facilitator'));
