/** Words of the wall screen. */
import { language } from './language.svelte';

const th = {};

export type WallWords = typeof th;
export const wall = language.dictionary(th, () => import('./en/wall'));
