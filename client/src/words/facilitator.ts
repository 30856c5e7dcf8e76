/** Words of the facilitator screen. */
import { language } from './language.svelte';

const th = {};

export type FacilitatorWords = typeof th;
export const facilitator = language.dictionary(th, () => import('./en/facilitator'));
