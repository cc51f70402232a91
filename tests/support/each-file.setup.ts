import { afterAll } from 'vitest';
import { releaseTestCluster } from './database';
import { countAnew } from './made';
import { removeTemporaryFiles } from './workbook';

// Registered before a file's own hooks, and so run after them. Modules stay loaded from one file to the next: only a
// setup file is run for each.
countAnew();
afterAll(releaseTestCluster);
afterAll(removeTemporaryFiles);
