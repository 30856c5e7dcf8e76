/** Dates and times as people here read them: Buddhist era in Thai, always the clock of Thailand. */
import type { Language } from './language.svelte';

const ZONE = { timeZone: 'Asia/Bangkok' } as const;
const LOCALES = { th: 'th-TH-u-ca-buddhist-nu-latn', en: 'en-GB-u-ca-gregory-nu-latn' };

export type When = string | number | Date;

/** 30 ก.ย. 2570 */
export function date(when: When, language: Language): string {
  return format(when, language, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** วันอาทิตย์ที่ 22 พฤศจิกายน พ.ศ. 2569 */
export function longDate(when: When, language: Language): string {
  return format(when, language, { dateStyle: 'full' });
}

/** 14:05 */
export function time(when: When, language: Language): string {
  return format(when, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

function format(when: When, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[language], { ...ZONE, ...options }).format(new Date(when));
}
