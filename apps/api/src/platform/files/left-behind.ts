import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of folders in which what somebody sent lies for as long as we work on it. */
export const UPLOAD_FOLDER = 'fieldlab-upload-';
export const IMPORT_FOLDER = 'fieldlab-import-';

const DAY_MS = 24 * 3_600_000;

/** Deletes what a process that was killed left among temporary files: nobody works on anything for a day. */
export async function clearLeftBehind(folder = tmpdir(), now = Date.now()): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (![UPLOAD_FOLDER, IMPORT_FOLDER].some((prefix) => name.startsWith(prefix))) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    // Somebody else's of the same name is not ours to delete.
    if (found && now - found.mtimeMs > DAY_MS)
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
