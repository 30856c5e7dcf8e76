/** The English of ../facilitator.ts. */
import type { FacilitatorWords } from '../facilitator';

export const words: FacilitatorWords = {};
