/** Lays short texts out for a projected screen: in the largest letters that fit one page, or page by page in the smallest. */
import { heightsOf, pagesOf, type Sheet, type Words } from '../paging';

/** In percent of the screen's height; the last is what the back row can just read. */
const SIZES_VH = [7.2, 6.4, 5.6, 5, 4.4];
const FLOOR_VH = 4.4;
const GAP_PX = 6;

export interface Place {
  width: number;
  height: number;
  px: (vh: number) => number;
  padding: string;
}

export interface Fitted {
  vh: number;
  /** Of each list, its pages of ids. */
  lists: string[][][];
}

export function fit(lists: readonly (readonly Words[])[], place: Place, abreast = 1): Fitted {
  for (const vh of SIZES_VH) {
    const sheet = sheetOf(place, vh);
    const pages = lists.map((words) => pagesOf(words, sheet, heightsOf(words, sheet)));
    if (vh === FLOOR_VH || pages.every((one) => one.length <= abreast)) return { vh, lists: pages };
  }
  return { vh: FLOOR_VH, lists: [] };
}

function sheetOf({ width, height, px, padding }: Place, vh: number): Sheet {
  return { width, height, gap: GAP_PX, fontPx: px(vh), padding };
}
