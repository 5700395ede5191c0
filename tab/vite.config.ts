import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The tab as static files under `/tab/`; the server answers every page address below it with index.html. */
export default defineConfig({
  root: 'tab',
  base: '/tab/',
  plugins: [react()],
  build: {
    outDir: '../build/tab',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Small parts that most pages need would each be a request of their own.
        codeSplitting: {
          groups: [{ name: 'shared', test: /[\\/]tab[\\/](components|lib|api)[\\/]/u, minShareCount: 3 }],
        },
      },
    },
  },
});
