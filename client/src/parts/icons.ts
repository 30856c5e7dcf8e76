/** The shapes a board may give its columns, drawn in a box of 16 by 16 and filled. Told apart by form, not colour. */
const ICONS: Record<string, string> = {
  square: 'M2.5 2.5h11v11h-11z',
  'arrow-up': 'M8 1.5 14 8h-4v6.5H6V8H2z',
  plus: 'M6.2 2h3.6v4.2H14v3.6H9.8V14H6.2V9.8H2V6.2h4.2z',
};

const UNKNOWN = 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z';

export function iconPath(name: string): string {
  return ICONS[name] ?? UNKNOWN;
}
