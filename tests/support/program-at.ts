import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin'];

/** Where a program of the system is, also where the folder is not in the PATH; undefined where it is not installed. */
export const programAt = (name: string): string | undefined =>
  FOLDERS.map((folder) => join(folder, name)).find(existsSync);
