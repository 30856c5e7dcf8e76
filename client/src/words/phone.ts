/** Words of the phone screen. */
import { language } from './language.svelte';

const th = {};

export type PhoneWords = typeof th;
export const phone = language.dictionary(th, () => import('./en/phone'));
