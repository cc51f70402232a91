import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumOptions } from './tests/support/chromium.ts';
import { extendedSources } from './tests/support/extension/extended-sources.ts';

// Paths and legacy decorators with metadata come from tsconfig.json, the one place that has them.
const resolve = { tsconfigPaths: true };
/** On a busy machine a timer runs out now and then; `npm test` names and counts what passed on a second try alone. */
const retry = process.env.CI ? 1 : 0;
/**
 * Files share a process: loading the program anew for each took a quarter of the processor's time. What the program
 * keeps, it keeps per application.
 */
const isolate = false;
const EACH_FILE = ['tests/support/each-file.setup.ts'];
/** They are drawn by a browser, and tested there. */
const PIECES = 'apps/admin/src/**/*.browser.spec.tsx';
const PIECES_SETUP = 'tests/support/each-piece.setup.ts';
/** React as readers have it, which is faster than what warns its programmers. */
const AS_BUILT = { 'process.env.NODE_ENV': '"production"' };
const SETUP = ['tests/support/cluster.setup.ts', 'tests/support/worker.setup.ts'];

export default defineConfig({
  root: import.meta.dirname,
  test: {
    // No more processes than a small machine has cores.
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          isolate,
          include: [
            'libs/**/*.spec.{ts,tsx}',
            'apps/**/*.spec.{ts,tsx}',
            'tests/{bench,support}/**/*.spec.ts',
            'scripts/lib/*.spec.mjs',
          ],
          exclude: [PIECES],
          setupFiles: EACH_FILE,
          // Some prove with a solver: on a machine that does much else, 5 s are soon over.
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        // Looked for before each run: a package that is only found during one makes the page load anew among the tests.
        optimizeDeps: {
          entries: [PIECES, PIECES_SETUP],
          force: true,
          rolldownOptions: { transform: { define: AS_BUILT } },
        },
        define: AS_BUILT,
        oxc: { jsx: { runtime: 'automatic', development: false } },
        test: {
          name: 'components',
          isolate,
          include: [PIECES],
          setupFiles: [PIECES_SETUP],
          testTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1440, height: 900 },
            provider: playwright({
              launchOptions: chromiumOptions() ?? {},
              contextOptions: { reducedMotion: 'reduce', locale: 'nl-NL' },
              actionTimeout: 15_000,
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        resolve,
        test: {
          name: 'api',
          isolate,
          include: ['tests/api/**/*.spec.ts', 'tests/architecture/**/*.spec.ts'],
          globalSetup: SETUP,
          setupFiles: EACH_FILE,
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
          setupFiles: EACH_FILE,
          retry,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve,
        test: {
          name: 'browser',
          isolate,
          // A browser, and who looks at it, wait for each other now and then: a third uses what two leave.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          include: ['tests/browser/**/*.spec.ts'],
          globalSetup: SETUP,
          setupFiles: EACH_FILE,
          retry,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
