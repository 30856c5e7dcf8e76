/** Days as people here pick them: day, month, and a year of the Buddhist era. Data stays ISO. */
import type { Language } from '../../words/language.svelte';

const BUDDHIST = 543;
const FURTHEST_DAYS = 730;
const DAY_MS = 86_400_000;

export interface Day {
  day: number;
  /** 1 to 12. */
  month: number;
  /** Of the common era. */
  year: number;
}

export function dayOf(iso: string): Day {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return { day, month, year };
}

export function isoOf({ day, month, year }: Day): string {
  return `${year}-${two(month)}-${two(day)}`;
}

/** The 31st of a shorter month is its last day. */
export function settled({ day, month, year }: Day): Day {
  return { day: Math.min(day, daysIn(month, year)), month, year };
}

export function daysIn(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function monthNames(language: Language): string[] {
  const locale = language === 'th' ? 'th-TH' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) =>
    format.format(new Date(Date.UTC(2026, month, 15))),
  );
}

export function spokenYear(year: number, language: Language): number {
  return language === 'th' ? year + BUDDHIST : year;
}

/** The years a workshop may be kept into. */
export function yearsFrom(now: number): number[] {
  const first = new Date(now).getUTCFullYear();
  const last = new Date(now + FURTHEST_DAYS * DAY_MS).getUTCFullYear();
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
