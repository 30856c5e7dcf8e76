/** The documents that the server makes and keeps. */
import type { Phase } from '../wire';

/** What the server can make, by the name it is asked for with. */
export type FileFormat =
  | 'line'
  | 'png'
  | 'docx'
  | 'xlsx'
  | 'pdf'
  | 'board-pdf'
  | 'frame-pdf'
  | 'frame-png'
  | 'pngs'
  | 'svg'
  | 'csv'
  | 'csv-wide'
  | 'md'
  | 'txt'
  | 'json'
  | 'safe-copy'
  | 'poster'
  | 'tents'
  | 'word-cards';

export interface DocumentChoices {
  language?: 'th' | 'en';
  /** One board; none is all of them. */
  board?: string;
  thai_digits?: boolean;
  parked?: boolean;
  size?: 'A4' | 'A3';
  pdf_a?: boolean;
  /** On the letterhead that the office keeps on the server. */
  letterhead?: boolean;
}

export interface WantedDocument extends DocumentChoices {
  format: FileFormat;
  /** One that is kept already, by its name. */
  safe_copy?: string;
}

/** A document that waits a minute at `path`, which needs no token. */
export interface MadeDocument {
  path: string;
  name: string;
  size: number;
  mimetype: string;
}

export interface KeptCopy {
  name: string;
  at: string;
  phase: Phase;
  size: number;
}
