import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';

/** Every program that runs without Vite: the server, the command line, the benchmarks, rounds of faults and attacks. */
const PROGRAMS: Record<string, string> = {
  main: 'apps/api/src/main.ts',
  worker: 'apps/api/src/worker.ts',
  'cli/evaluate': 'apps/api/src/cli/evaluate.ts',
  'cli/backup': 'apps/api/src/cli/backup.ts',
  'cli/restore': 'apps/api/src/cli/restore.ts',
  'cli/snapshot': 'apps/api/src/cli/snapshot.ts',
  'cli/verify': 'apps/api/src/cli/verify.ts',
  'cli/audit-verify': 'apps/api/src/cli/audit-verify.ts',
  'cli/duplicates': 'apps/api/src/cli/duplicates.ts',
  'cli/openapi': 'apps/api/src/cli/openapi.ts',
  chaos: 'tests/chaos/main.ts',
  security: 'tests/security/main.ts',
  bench: 'tests/bench/main.ts',
  'bench-register': 'tests/bench/register-server.ts',
  'bench-reference': 'tests/bench/reference-server.ts',
};

const written = Object.entries(PROGRAMS).filter(([, file]) => existsSync(new URL(file, import.meta.url)));

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  // Paths and legacy decorators with metadata come from tsconfig.json, the one place that has them.
  resolve: { tsconfigPaths: true },
  build: {
    ssr: true,
    outDir: process.env.BUILD_DIR ?? 'dist/api',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(written),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
