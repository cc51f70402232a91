import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunksOf } from './apps/admin/build/chunks';
import { firstScript } from './apps/admin/build/first-script';
import { lighterMap } from './apps/admin/build/lighter-map';

/** Where the API is while somebody works on the admin. */
const API = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

const PAGES = ['index.html', 'public.html'].map((page) => `${import.meta.dirname}/apps/admin/${page}`);

/** What runs first, while the rest is on its way. */
const FIRST = `${import.meta.dirname}/apps/admin/src/first.ts`;

const inAdmin = (path: string): string => `${import.meta.dirname}/apps/admin/src/${path}`;

/** What comes behind the figures of the overview, or in their place. */
const LATER = {
  // Buttons with hints.
  tools: ['app/layout/Tools.tsx'].map(inAdmin),
  // What has fields.
  controls: ['dashboard/later-parts.ts', 'ui/forms/Fault.tsx', 'ui/inputs/PasswordField.tsx'].map(inAdmin),
};

/** The admin: one page whose parts arrive when they are opened. */
export default defineConfig({
  root: `${import.meta.dirname}/apps/admin`,
  plugins: [react(), lighterMap, firstScript(PAGES[0] ?? '', FIRST)],
  resolve: {
    tsconfigPaths: true,
    alias: { 'object.entries': `${import.meta.dirname}/apps/admin/build/object-entries.cjs` },
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
  server: { host: '127.0.0.1', proxy: { '/api': API, '/health': API, '/embed': API } },
  build: {
    outDir: process.env.BUILD_DIR ?? `${import.meta.dirname}/dist/admin`,
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // Every browser that reads what is built for ES2022 knows it.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    // An inlined font or picture would be sent again with every page.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Else all of it would come with the first page that needs any of it.
      treeshake: { moduleSideEffects: [{ test: /\/libs\/domain\//, sideEffects: false }] },
      input: [...PAGES, FIRST],
      output: { codeSplitting: chunksOf(PAGES, FIRST, LATER) },
    },
  },
});
