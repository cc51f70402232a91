import { afterAll } from 'vitest';
import { releaseTestCluster } from './database';
import { countAnew } from './made';
import { noteRows, writeSeenRows } from './seen-rows';
import { removeTemporaryFiles } from './workbook';

// Registered before a file's own hooks, and so run after them. Modules stay loaded from one file to the next: only a
// setup file is run for each.
countAnew();
afterAll(releaseTestCluster);
afterAll(removeTemporaryFiles);

const { ROWS_SEEN } = process.env;
if (ROWS_SEEN !== undefined) {
  noteRows();
  afterAll(() => writeSeenRows(ROWS_SEEN));
}
