/** The shapes a board may give its columns, drawn in a box of 16 by 16 and filled. Told apart by form, not colour. */
const ICONS: Record<string, string> = {
  square: 'M2.5 2.5h11v11h-11z',
  'arrow-up': 'M8 1.5 14 8h-4v6.5H6V8H2z',
  plus: 'M6.2 2h3.6v4.2H14v3.6H9.8V14H6.2V9.8H2V6.2h4.2z',
  circle: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z',
  triangle: 'M8 2l6.8 12H1.2z',
  diamond: 'M8 1l7 7-7 7-7-7z',
  'arrow-down': 'M8 14.5 2 8h4V1.5h4V8h4z',
  minus: 'M2 6.2h12v3.6H2z',
  check: 'M6.2 14 1.3 9.1l2.6-2.6 2.3 2.4 6-6.3 2.6 2.6z',
  flag: 'M3 1.5h2V3h9l-2.5 3.5L14 10H5v4.5H3z',
  pause: 'M3 2h3.8v12H3zm6.2 0H13v12H9.2z',
  drop: 'M8 1c3 3.8 4.8 6.2 4.8 8.6a4.8 4.8 0 0 1-9.6 0C3.2 7.2 5 4.8 8 1z',
};

export const ICON_NAMES: readonly string[] = Object.keys(ICONS);

export function iconPath(name: string): string {
  return ICONS[name] ?? ICONS.circle!;
}
