/** Words of the home screen. */
import { language } from './language.svelte';

const th = {};

export type HomeWords = typeof th;
export const home = language.dictionary(th, () => import('./en/home'));
