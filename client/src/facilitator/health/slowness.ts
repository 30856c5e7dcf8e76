/** How long the slowest phone takes, in words that people have a feeling for. */

// A person notices that a phone lags behind the wall.
const NOTICED_MS = 1_000;

export interface Slowness {
  seconds: string;
  uneasy: boolean;
}

export function slowness(milliseconds: number | null): Slowness | null {
  if (milliseconds === null) return null;
  return { seconds: (milliseconds / 1_000).toFixed(1), uneasy: milliseconds >= NOTICED_MS };
}
