/** Words of the room's health, which the remote and the desk show. */
import { language } from './language.svelte';

const th = {
  title: 'สถานะมือถือในห้อง',
  phones: (count: number) => `มือถือต่ออยู่ ${count} เครื่อง`,
  reconnecting: (count: number) => `กำลังต่อใหม่ ${count} เครื่อง`,
  waiting: (count: number) => `รอส่ง ${count} ใบ`,
  slowest: (seconds: string) => `ช้าสุด ${seconds} วินาที`,
};

export type HealthWords = typeof th;
export const health = language.dictionary(th, () => import('./en/health'));
