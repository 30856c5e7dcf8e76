/** What a card may hold, as the server counts it; the server decides. */
export const LONGEST_CARD = 120;
