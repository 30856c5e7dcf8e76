/** How the viewer inside a safe copy is built: one script and one style, which the server puts into the file. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

export default defineConfig({
  root: here,
  publicDir: false,
  plugins: [svelte()],
  build: {
    outDir: resolve(here, '../server/static/safe-copy'),
    emptyOutDir: true,
    target: ['chrome87', 'safari14'],
    modulePreload: false,
    // The fonts too: nothing may be fetched.
    assetsInlineLimit: () => true,
    cssCodeSplit: false,
    rolldownOptions: {
      input: resolve(here, 'src/safecopy/main.ts'),
      // English comes in the same file; nothing is fetched, so nothing asks where the script lies.
      transform: { define: { 'import.meta': '{}' } },
      output: {
        format: 'iife',
        codeSplitting: false,
        entryFileNames: 'viewer.js',
        assetFileNames: 'viewer[extname]',
      },
    },
  },
});
