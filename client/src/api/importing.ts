/** What a file of cards would bring. */

export interface ImportRow {
  row: number;
  text: string;
  column: string | null;
  /** The column's name in the file, where the board has none of that name. */
  named: string;
  problem: 'empty' | 'too_long' | 'doubled' | null;
}

export interface ImportPreview {
  kind: 'lines' | 'csv' | 'xlsx' | 'json';
  rows: ImportRow[];
}
