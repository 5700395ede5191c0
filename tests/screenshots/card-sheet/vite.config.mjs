import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: { outDir: '../../../build/card-sheet', emptyOutDir: true, chunkSizeWarningLimit: 3000 },
  logLevel: 'warn',
});
