/** When something is due: a day (2026-12-31) or a quarter of a fiscal year of the Buddhist era (2570-Q1). */
import { common } from '../words/common';
import { decision } from '../words/decision';

const QUARTER = /^(\d{4})-Q([1-4])$/;
const YEARS = 2;

export function sayDue(due: string): string {
  const found = QUARTER.exec(due);
  if (found) return decision.quarter(Number(found[2]), Number(found[1]));
  return due && common.date(`${due}T00:00:00+07:00`);
}

/** As short as people write it where there is little room. */
export function sayDueShortly(due: string): string {
  const found = QUARTER.exec(due);
  return found ? decision.shortQuarter(Number(found[2]), Number(found[1])) : sayDue(due);
}

export function isDay(due: string): boolean {
  return due !== '' && !QUARTER.test(due);
}

/** The quarters of this fiscal year and the next, and the one that is already chosen. */
export function quartersFrom(year: number, chosen = ''): string[] {
  const offered = Array.from({ length: 4 * YEARS }, (_, at) => quarter(year + (at >> 2), at % 4));
  const wanted = QUARTER.test(chosen) && !offered.includes(chosen) ? [chosen] : [];
  return [...wanted, ...offered];
}

function quarter(year: number, at: number): string {
  return `${year}-Q${at + 1}`;
}
