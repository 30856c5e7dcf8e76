/** Words of the result screen. */
import { language } from './language.svelte';

const th = {};

export type ResultWords = typeof th;
export const result = language.dictionary(th, () => import('./en/result'));
