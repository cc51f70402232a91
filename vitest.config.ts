import { defineConfig } from 'vitest/config';
import { extendedSources } from './tests/support/extension/extended-sources.ts';

// Paths and legacy decorators with metadata come from tsconfig.json, the one place that has them.
const resolve = { tsconfigPaths: true };
/** On a busy machine a timer runs out now and then; `npm test` names and counts what passed on a second try alone. */
const retry = process.env.CI ? 1 : 0;
const SETUP = ['tests/support/cluster.setup.ts', 'tests/support/worker.setup.ts'];

export default defineConfig({
  root: import.meta.dirname,
  test: {
    // Each file in a process of its own, and no more of them than a small machine has cores.
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['libs/**/*.spec.{ts,tsx}', 'apps/**/*.spec.{ts,tsx}', 'tests/support/**/*.spec.ts'],
          // Some prove with a solver: on a machine that does much else, 5 s are soon over.
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: 'api',
          include: ['tests/api/**/*.spec.ts', 'tests/architecture/**/*.spec.ts'],
          globalSetup: SETUP,
          retry,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve,
        plugins: [extendedSources(import.meta.dirname)],
        test: {
          name: 'extended',
          include: ['tests/extended/**/*.spec.ts'],
          globalSetup: SETUP,
          retry,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.spec.ts'],
          globalSetup: SETUP,
          retry,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
