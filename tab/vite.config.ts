import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileMessages, onlyQuestions } from './compile-messages';
import { firstLoadOf } from './first-load';
import { coreOfItsOwn, dropDescriptions } from './light-zod';

const ownPage = firstLoadOf('tab/pages/me/my-page.tsx');

/** Parts of Fluent that pages of HR alone show; every part is named by the one file that Fluent is imported from. */
const shownToHr = /[\\/]react-(?:slider|progress)[\\/]/u;

/** The tab as static files under `/tab/`; the server answers every page address below it with index.html. */
export default defineConfig({
  root: 'tab',
  base: '/tab/',
  plugins: [compileMessages(), onlyQuestions(), dropDescriptions(), coreOfItsOwn(), ownPage.plugin, react()],
  resolve: { alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' } },
  build: {
    outDir: '../build/tab',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            // What a participant's page shares with others is one file: small parts would each be a request of their own.
            { name: 'shared', test: (id) => ownPage.needs(id) && !shownToHr.test(id), minShareCount: 2 },
          ],
        },
      },
    },
  },
});
