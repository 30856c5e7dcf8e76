/** How the browser client is built, served while developing, and tested. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { fontLicense } from './build/fontLicense.ts';
import { pagesAtTheirAddresses } from './build/addresses.ts';

const here = import.meta.dirname;
const pages = ['home', 'phone', 'facilitator', 'wall', 'result'];
const server = process.env.BATKHAM_SERVER ?? 'http://127.0.0.1:8000';

export default defineConfig(({ mode }) => ({
  root: here,
  base: './',
  plugins: [svelte(), pagesAtTheirAddresses(), compressed(), fontLicense()],
  // Component tests need Svelte's browser half, which jsdom alone does not select.
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  server: {
    host: '127.0.0.1',
    proxy: { '/api': server, '/socket.io': { target: server, ws: true } },
  },
  build: {
    outDir: resolve(here, '../server/static'),
    emptyOutDir: true,
    license: { fileName: 'licenses.md' },
    target: ['chrome87', 'safari14'],
    modulePreload: { polyfill: false },
    // An inlined file would be a data: address, which the content security policy allows for images only.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: pages.map((page) => resolve(here, `${page}.html`)),
      output: {
        // A shared chunk is named after every page that shares it; its hash is name enough.
        chunkFileNames: ({ name }) => `assets/${shortName(name)}-[hash].js`,
        assetFileNames: ({ names }) => `assets/${shortName(names[0] ?? 'asset')}-[hash][extname]`,
        codeSplitting: {
          groups: [
            {
              name: 'svelte',
              test: /node_modules[\\/](svelte|esm-env|clsx)[\\/]/,
              // Nor must a piece of Svelte that only big screens use.
              entriesAware: true,
              entriesAwareMergeThreshold: 1000,
              priority: 3,
            },
            {
              name: 'socket',
              test: /node_modules[\\/](socket\.io|engine\.io|@socket\.io)/,
              priority: 2,
            },
            {
              name: 'shared',
              test: /[\\/]client[\\/]src[\\/](?!words[\\/]en)/,
              minShareCount: 2,
              // A part that only some pages use must not weigh on the phone.
              entriesAware: true,
              entriesAwareMergeThreshold: 1000,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    // A browser is made once a worker, not once a file: tests/setup.ts leaves it as it was found.
    pool: 'threads',
    isolate: false,
    restoreMocks: true,
    unstubGlobals: true,
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
  },
}));

function shortName(name: string): string {
  return name.replace(/~.*|\.[a-z0-9]+$/, '');
}
