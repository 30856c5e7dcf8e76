/** The English of ../wall.ts. */
import type { WallWords } from '../wall';

export const words: WallWords = {};
