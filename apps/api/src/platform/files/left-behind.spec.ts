import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { clearLeftBehind, IMPORT_FOLDER, UPLOAD_FOLDER } from './left-behind';

const DAY_AND_MORE_MS = 25 * 3_600_000;

it('deletes what killed imports left, a day later, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-left-'));
  for (const name of [`${UPLOAD_FOLDER}a`, `${IMPORT_FOLDER}b`, 'somebody-else']) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'workbook'), 'names');
  }
  await clearLeftBehind(folder);
  expect(await readdir(folder)).toHaveLength(3);
  await clearLeftBehind(folder, Date.now() + DAY_AND_MORE_MS);
  expect(await readdir(folder)).toEqual(['somebody-else']);
  await rm(folder, { recursive: true });
});
