import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { lighterMap } from './apps/admin/build/lighter-map';

/** The admin: one page whose parts arrive when they are opened. */
export default defineConfig({
  root: `${import.meta.dirname}/apps/admin`,
  plugins: [react(), lighterMap],
  resolve: {
    tsconfigPaths: true,
    // Two copies of one of these would each keep their own context, and nothing would find anything.
    dedupe: [
      'react',
      'react-dom',
      'react-router',
      'react-router-dom',
      'react-hook-form',
      '@tanstack/react-query',
    ],
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/health': 'http://127.0.0.1:3000' } },
  build: {
    outDir: process.env.BUILD_DIR ?? `${import.meta.dirname}/dist/admin`,
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
    // An inlined font or picture would be sent again with every page.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Else all of it would come with the first page that needs any of it.
      treeshake: { moduleSideEffects: [{ test: /\/libs\/domain\//, sideEffects: false }] },
      input: ['index.html', 'public.html'].map((page) => `${import.meta.dirname}/apps/admin/${page}`),
    },
  },
});
