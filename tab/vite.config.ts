import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileMessages } from './compile-messages';

/** The tab as static files under `/tab/`; the server answers every page address below it with index.html. */
export default defineConfig({
  root: 'tab',
  base: '/tab/',
  plugins: [compileMessages(), react()],
  resolve: { alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' } },
  build: {
    outDir: '../build/tab',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    reportCompressedSize: false,
  },
});
