/** What the server writes is what these types say: its own examples, checked by the compiler. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test, vi } from 'vitest';

const WIRE = resolve(import.meta.dirname, '../src/wire.ts');
const EXAMPLES = resolve(import.meta.dirname, '../../tests/wire_examples.json');
const CHECK = resolve(import.meta.dirname, 'wireExamples.checked.ts');
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
};

type Examples = Record<string, unknown[]>;

/** Why these are no values of the types they are listed under; a literal may have no field the type does not know. */
function mistakes(examples: Examples): string[] {
  const listed = Object.entries(examples).flatMap(([type, values]) =>
    values.map((value) => `(${JSON.stringify(value)}) satisfies wire.${type};`),
  );
  const source = [`import type * as wire from '../src/wire';`, ...listed].join('\n');
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === CHECK || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === CHECK
      ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram([CHECK, WIRE], OPTIONS, host);
  const found = ts.getPreEmitDiagnostics(program);
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

// The compiler reads its library first, which is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('the check itself', () => {
  const head = { seq: 1, now: '2026-11-22T03:04:05.678Z' };

  test('accepts what the types say', () => {
    expect(mistakes({ Head: [head, { ...head, address: 'http://10.0.0.2' }] })).toEqual([]);
  });

  test('refuses a field too many, one too few, and a wrong word', () => {
    const wrong = {
      Head: [{ ...head, more: 1 }, { now: head.now }],
      Me: [{ role: 'boss', workshop: 'w' }],
    };
    expect(mistakes(wrong)).toHaveLength(3);
  });
});

test('every example that the server wrote is what the types say', () => {
  const examples = JSON.parse(readFileSync(EXAMPLES, 'utf8')) as Examples;
  expect(Object.keys(examples).length).toBeGreaterThan(0);
  expect(mistakes(examples)).toEqual([]);
});
