/** A code as people type it: eight digits, Thai or Arabic, with or without a gap. */
import { plainCode } from '../entering';

export const DIGITS = 8;
const GROUP = 4;

export function digitsOf(typed: string): string {
  return plainCode(typed).replace(/\D/g, '').slice(0, DIGITS);
}

/** 4821-9030; the gap comes with the fifth digit. */
export function grouped(digits: string): string {
  return digits.length > GROUP ? `${digits.slice(0, GROUP)}-${digits.slice(GROUP)}` : digits;
}

/** Where the caret stands once what was typed is grouped: behind as many digits as before. */
export function caretAfter(typed: string, caret: number): number {
  const digits = digitsOf(typed.slice(0, caret)).length;
  return digits > GROUP ? digits + 1 : digits;
}
