/** Pages of rows: a head is never left alone at the foot of a page, and is told again where its group goes on. */
import { heightsOf, type Sheet } from '../paging';
import type { Row } from './rows';

export function pagesOfRows<R extends Row>(
  rows: readonly R[],
  sheet: Sheet,
  heights = heightsOf(rows, sheet),
): R[][] {
  const pages: R[][] = [[]];
  const high = heights.map((height) => Math.min(height, sheet.height));
  let used = 0;
  let head: { row: R; height: number } | null = null;
  rows.forEach((row, index) => {
    const height = high[index] ?? 0;
    if (row.look === 'head') head = { row, height };
    const belongs = row.look === 'head' && rows[index + 1]?.group === row.group;
    const needed = height + (belongs ? sheet.gap + (high[index + 1] ?? 0) : 0);
    let page = pages[pages.length - 1]!;
    if (page.length > 0 && used + sheet.gap + needed > sheet.height) {
      page = [];
      pages.push(page);
      used = 0;
      const again = row.look === 'member' ? (head as { row: R; height: number } | null) : null;
      if (again && again.height + sheet.gap + height <= sheet.height) {
        page.push({ ...again.row, id: `${again.row.id}/${pages.length}`, goesOn: true });
        used = again.height;
      }
    }
    used = page.length === 0 ? height : used + sheet.gap + height;
    page.push(row);
  });
  return pages;
}

/** Which page a card or a group is on; -1 when it is on none. */
export function pageOf(pages: readonly (readonly Row[])[], item: string | null): number {
  if (item === null) return -1;
  return pages.findIndex((page) => page.some((row) => row.id === item || row.card === item));
}
