/** What each key does, and the way in for late comers that stands beside. */
import { language } from './language.svelte';

const th = {
  title: 'ปุ่มลัด',
  late: 'คนมาทีหลัง สแกนได้เลย',
  list: [
    ['1 2 3', 'วางบัตรที่อ่าน หรือย้ายบัตรที่เลือก'],
    ['Space', 'ข้ามใบที่อ่าน หรือเลือกบัตร'],
    ['Z · Shift+Z · Y', 'ย้อนกลับ · ทำซ้ำ'],
    ['PgUp PgDn', 'เปลี่ยนหน้า (รีโมตคลิกเกอร์)'],
    ['← ↑ ↓ →', 'เลือกบัตร, กับ Shift เลือกหลายใบ'],
    ['Alt+↑ Alt+↓', 'เลื่อนลำดับบัตร'],
    ['Enter', 'ดูบัตรเต็มจอ'],
    ['P · S · E', 'พัก · ติดดาว · แก้คำ'],
    ['G · N', 'รวมกลุ่ม · ตั้งชื่อกลุ่ม'],
    ['U · D', 'นำออกจากกลุ่ม · ซ้อนบัตรซ้ำ'],
    ['C', 'ข้อสรุปของเรื่องที่เลือก'],
    ['Esc', 'ไม่เลือก หรือดูทั้งกระดาน'],
    ['B', 'พักจอ'],
    ['F', 'สลับหน้าฉายกับหน้าทำงาน'],
  ] as readonly (readonly [string, string])[],
};

export type KeyWords = typeof th;
export const keys = language.dictionary(th, () => import('./en/keys'));
