import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The Local Teams page as static files, served by the Teams service at whatever address it has. */
export default defineConfig({
  root: 'bot/local/teams-page',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../../../build/teams-page',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
  },
});
