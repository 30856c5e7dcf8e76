/** The English of ../result.ts. */
import type { ResultWords } from '../result';

export const words: ResultWords = {};
