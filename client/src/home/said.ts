/** What the home page says when something did not work. */
import type { Refused, Unreachable } from '../wire';
import { common } from '../words/common';
import { why } from '../words/refusals';

export function said(refusal: Refused | Unreachable): string {
  return refusal.code === 'unreachable' ? common.serverIsAway : why(refusal);
}
