/** How much of everything the server takes; it decides, and tests/same_rules.json holds these to its own numbers. */
export const CARD_LETTERS = 120;
export const TITLE_LETTERS = 120;
export const QUESTION_LETTERS = 300;
export const BOARD_TITLE_LETTERS = 80;
export const COLUMN_LETTERS = 40;
export const HINT_LETTERS = 120;
export const LINE_LETTERS = 200;
export const LABEL_LETTERS = 60;
export const VALUE_LETTERS = 300;

export const MOST_COLUMNS = 6;
export const MOST_CARDS_EACH = 50;
export const MOST_TABLES = 30;
export const MOST_TABLE_CARDS = 40;
export const MOST_VOTES = 20;
export const MOST_HANDS = 2_000;
/** Items that everybody places by themselves. */
export const MOST_PLACED = 200;
/** Named by one command. */
export const CARDS_AT_ONCE = 500;
export const IMPORTED_BYTES = 2 * 1024 * 1024;
/** After intake has stopped, for what is in the box. */
export const GRACE_SECONDS = 30;
