/** Writes a .gz beside every file worth compressing: plain http gets gzip only, and the server should not do it twice. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import type { Plugin, ResolvedConfig } from 'vite';

const COMPRESSIBLE = /\.(html|js|css|svg|json)$/;

export function compressed(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'batkham:compressed',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved;
    },
    // Not writeBundle: the pages themselves are still being finished then.
    closeBundle: () => compressAll(resolve(config.root, config.build.outDir)),
  };
}

function compressAll(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (COMPRESSIBLE.test(entry)) compress(resolve(folder, entry));
  }
}

function compress(file: string): void {
  writeFileSync(
    `${file}.gz`,
    gzipSync(readFileSync(file), { level: constants.Z_BEST_COMPRESSION }),
  );
}
