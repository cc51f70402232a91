import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';

/**
 * The roles of an embedded cluster. `postgres` makes databases, `fieldlab_owner` owns and migrates them, and
 * `fieldlab_app` serves requests: it reads and writes records, and cannot change what keeps them.
 */
export const SUPERUSER = 'postgres';
export const OWNER = 'fieldlab_owner';
export const APP = 'fieldlab_app';

export type Role = typeof SUPERUSER | typeof OWNER | typeof APP;
export type Credentials = Record<Role, string>;

const PASSWORD_BYTES = 24;
const password = (): string => randomBytes(PASSWORD_BYTES).toString('base64url');

/** Reads the passwords, or makes them; only our own user can read the file. */
export async function readOrMakeCredentials(file: string): Promise<Credentials> {
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Credentials;
  const made: Credentials = { [SUPERUSER]: password(), [OWNER]: password(), [APP]: password() };
  // Written whole and then named: a crash leaves no half file.
  await writeFile(`${file}.new`, JSON.stringify(made, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return made;
}
