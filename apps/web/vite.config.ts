import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Vite reads its configuration only from a default export.
// eslint-disable-next-line no-restricted-syntax
export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: { alias: { '@app/rules': here('../../libs/rules/src/index.ts') } },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
});
