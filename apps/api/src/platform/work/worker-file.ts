import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config/project-root';

/** The name that vite.api.config.ts gives to the program of `src/worker.ts`. */
const NAME = 'worker.js';

/**
 * The program that threads and processes run: beside us in the bundle, or, where the sources themselves run (under
 * Vitest), the one that tests/support/worker.setup.ts makes of them.
 */
export function workerFile(): string {
  const here = import.meta.dirname;
  const beside = [join(here, NAME), join(here, '..', NAME)];
  const fromSources = join(projectRoot(), '.cache', 'worker', NAME);
  const found = [...beside, fromSources].find(existsSync);
  if (found === undefined) throw new Error('The program for long work is not built.');
  return found;
}
