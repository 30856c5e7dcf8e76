/** Which fields of a decision stand in sight, and which under รายละเอียดเพิ่ม. */
import type { Ask, Decision, DecisionField } from '../wire';

export const IN_SIGHT: readonly DecisionField[] = ['conclusion', 'owner', 'due'];
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

function isAsked(ask: Ask, column: string | null): boolean {
  return ask.column === null || ask.column === column;
}
