import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Rgb = [number, number, number];
type Matrix = [Rgb, Rgb, Rgb];

const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const READABLE = 7;
const APART = 20;

// Machado, Oliveira and Fernandes 2009, severity 1, on linear light.
const SEEN_BY: Record<string, Matrix> = {
  'most eyes': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

describe('columns can be read', () => {
  test.each([
    ['--amber', [0, 0, 0]],
    ['--navy', [1, 1, 1]],
    ['--green', [1, 1, 1]],
    ['--sky', [0, 0, 0]],
    ['--clay', [0, 0, 0]],
    ['--brown', [1, 1, 1]],
  ] as [string, Rgb][])('%s under its text', (name, text) => {
    expect(contrast(token(name), text)).toBeGreaterThanOrEqual(READABLE);
  });

  test.each(['--paper-desk', '--paper-card', '--sand'])('ink and grey on %s', (paper) => {
    expect(contrast(token(paper), token('--ink-black'))).toBeGreaterThanOrEqual(READABLE);
    expect(contrast(token(paper), token('--ink-grey'))).toBeGreaterThanOrEqual(4.5);
  });
});

describe.each(Object.entries(SEEN_BY))('to %s', (_, matrix) => {
  test.each(pairs(['--amber', '--navy', '--green', '--sky', '--clay', '--brown']))(
    '%s and %s stay apart',
    (one, other) => {
      expect(distance(seen(token(one), matrix), seen(token(other), matrix))).toBeGreaterThanOrEqual(
        APART,
      );
    },
  );
});

function pairs(names: string[]): [string, string][] {
  return names.flatMap((one, at) =>
    names.slice(at + 1).map((other): [string, string] => [one, other]),
  );
}

/** A colour of tokens.css in linear light. */
function token(name: string): Rgb {
  const hex = new RegExp(`${name}: #([0-9a-f]{6});`).exec(tokens)?.[1];
  if (!hex) throw new Error(`tokens.css has no colour ${name}`);
  return [0, 2, 4].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255)) as Rgb;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function contrast(one: Rgb, other: Rgb): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function seen(colour: Rgb, matrix: Matrix): Rgb {
  return matrix.map((row) => Math.min(1, Math.max(0, dot(row, colour)))) as Rgb;
}

/** Difference in CIE Lab, 1976. */
function distance(one: Rgb, other: Rgb): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function lab(colour: Rgb): Rgb {
  const x = cube(dot([0.4124564, 0.3575761, 0.1804375], colour) / 0.95047);
  const y = cube(luminance(colour));
  const z = cube(dot([0.0193339, 0.119192, 0.9503041], colour) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function cube(value: number): number {
  return value > 216 / 24389 ? Math.cbrt(value) : (value * (24389 / 27) + 16) / 116;
}

function dot(one: Rgb, other: Rgb): number {
  return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
}
