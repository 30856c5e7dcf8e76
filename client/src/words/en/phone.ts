/** The English of ../phone.ts. */
import type { PhoneWords } from '../phone';

export const words: PhoneWords = {};
