/** The English of ../home.ts. */
import type { HomeWords } from '../home';

export const words: HomeWords = {};
