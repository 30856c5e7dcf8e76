/** Sarabun may travel with the client as long as its licence does. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const LICENSE = 'node_modules/@fontsource/sarabun/LICENSE';

export function fontLicense(): Plugin {
  return {
    name: 'batkham:font-license',
    apply: 'build',
    generateBundle() {
      const source = readFileSync(resolve(import.meta.dirname, '..', LICENSE), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'sarabun-license.txt', source });
    },
  };
}
