/** Counting and cutting what people see: a Thai letter with its vowel and tone mark is one. */

const segmenter = makeSegmenter();

// Without Intl.Segmenter: a base or a flag's two letters, the marks on it (ำ is no mark to Unicode's categories, but
// joins its letter all the same), and the picture that a joiner glues to it.
const ROUGHLY_ONE =
  /(?:\r\n|\p{RI}\p{RI}|[^\p{M}\u200d\u0e33])(?:\p{M}|\u0e33|\p{EMod}|\u200d\p{ExtPict}?)*|[\p{M}\u200d\u0e33]+/gsu;

export function graphemes(text: string): string[] {
  return segmenter
    ? Array.from(segmenter.segment(text), (part) => part.segment)
    : roughGraphemes(text);
}

export function roughGraphemes(text: string): string[] {
  return text.match(ROUGHLY_ONE) ?? [];
}

/** How many visible characters; the text is composed first, as the server does. */
export function visibleLength(text: string): number {
  return graphemes(text.normalize('NFC')).length;
}

export function cut(text: string, limit: number): string {
  return graphemes(text).slice(0, limit).join('');
}

/** At most `limit` visible characters, the last being … where something was left out. */
export function shorten(text: string, limit: number): string {
  const parts = graphemes(text);
  return parts.length <= limit
    ? text
    : `${parts
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

/** Facts in one line, without those that are missing; where it wraps, the dot goes along with what follows. */
export function dotted(...facts: (string | null | undefined)[]): string {
  return facts.filter(Boolean).join(' ·\u00a0');
}

function makeSegmenter(): Intl.Segmenter | null {
  return 'Segmenter' in Intl ? new Intl.Segmenter('th', { granularity: 'grapheme' }) : null;
}
