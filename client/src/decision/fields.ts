/** Which fields of a decision stand in sight, and which under รายละเอียดเพิ่ม. */
import type { Ask, Decision, DecisionField } from '../wire';

export const IN_SIGHT: readonly DecisionField[] = ['conclusion', 'owner', 'due'];
/** What a board may ask for; the wording for the report is never asked. */
export const ASKABLE: readonly DecisionField[] = [
  'conclusion',
  'owner',
  'due',
  'first_step',
  'indicator',
  'budget',
  'why',
  'successor',
  'note',
];
const ALWAYS: readonly DecisionField[] = ['first_step', 'indicator', 'budget', 'note', 'report'];
const TO_THE_ROOM: readonly DecisionField[] = [
  'why',
  'successor',
  'first_step',
  'indicator',
  'budget',
  'note',
];

/** What the template asks in this column first; a reason and a successor only where it asks for them. */
export function moreFields(
  asks: readonly Ask[],
  column: string | null,
  known: Decision | undefined,
): DecisionField[] {
  const asked = asks.filter((ask) => isAsked(ask, column)).map(({ field }) => field);
  const filled = (['why', 'successor'] as const).filter((field) => known?.[field]);
  const all = new Set<DecisionField>([...asked, ...filled, ...ALWAYS]);
  return [...all].filter((field) => !IN_SIGHT.includes(field));
}

export function isRequired(
  field: DecisionField,
  asks: readonly Ask[],
  column: string | null,
): boolean {
  return asks.some((ask) => ask.field === field && ask.required && isAsked(ask, column));
}

/** What the room is told besides conclusion, owner and day; the report's wording is for the report. */
export function toldBesides(decision: Decision): DecisionField[] {
  return TO_THE_ROOM.filter((field) => decision[field]);
}

export type HowAsked = 'not' | 'asked' | 'required';

/** How a field is asked in exactly this place: in one column, or (null) in every. */
export function howAsked(
  asks: readonly Ask[],
  field: DecisionField,
  column: string | null,
): HowAsked {
  const found = asks.find((ask) => ask.field === field && ask.column === column);
  if (!found) return 'not';
  return found.required ? 'required' : 'asked';
}

/** The same with one field asked otherwise in this place. */
export function asksWith(
  asks: readonly Ask[],
  field: DecisionField,
  column: string | null,
  how: HowAsked,
): Ask[] {
  const isIt = (ask: Ask) => ask.field === field && ask.column === column;
  const ask: Ask = { field, column, required: how === 'required' };
  if (how === 'not') return asks.filter((one) => !isIt(one));
  return asks.some(isIt) ? asks.map((one) => (isIt(one) ? ask : one)) : [...asks, ask];
}

function isAsked(ask: Ask, column: string | null): boolean {
  return ask.column === null || ask.column === column;
}
