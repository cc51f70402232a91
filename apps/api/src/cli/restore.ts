import 'reflect-metadata';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileOptionsOf } from '../app-options';
import { readBackupPassphrase } from '../platform/config/backup-passphrase';
import { ConfigurationError, parseEnvironment, type Configuration } from '../platform/config/env.schema';
import { BackupError } from '../platform/database/backup/backup-format';
import { placeOf, shelfOf } from '../platform/database/backup/backup-shelf';
import { OpenedBackup } from '../platform/database/backup/opened-backup';
import { restoreBackup } from '../platform/database/backup/restore-backup';
import { MigrationError } from '../platform/database/migrate';
import { locateRegister, openRegister, roleOfRequests } from '../platform/database/open-register';
import { attachmentsOf } from '../platform/files/attachments-of';
import { compareRestored } from './restored-register';

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;
const USAGE = `npm run restore -- FILE [--replace]
  into an empty register; with --replace what the register holds now is lost. End the server first.
  FILE may be in a bucket: s3://bucket/folder/name. A sealed one is opened with BACKUP_PASSPHRASE or the first line of
  BACKUP_PASSPHRASE_FILE.`;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(args: readonly string[]): Promise<number> {
  const files = args.filter((arg) => arg !== '--replace');
  const [given] = files;
  if (given === undefined || given.startsWith('-') || files.length > 1) {
    say(USAGE);
    return WRONG_USAGE;
  }
  const configuration = parseEnvironment();
  const passphrase = await readBackupPassphrase(configuration.backup);
  const { file, discard } = await onThisMachine(given, configuration);
  try {
    const backup = await OpenedBackup.open(file, passphrase);
    try {
      return await restore(backup, configuration, args.includes('--replace'));
    } finally {
      backup.close();
    }
  } finally {
    await discard();
  }
}

/** A backup in a bucket is fetched first; sealed, as it lies there. */
async function onThisMachine(given: string, { objectStore, dataDir }: Configuration) {
  const place = placeOf(given);
  if (!place) return { file: resolve(given), discard: () => Promise.resolve() };
  const file = join(dataDir, place.name);
  await shelfOf(place.shelf, objectStore).fetch(place.name, file);
  return { file, discard: () => rm(file, { force: true }) };
}

async function restore(
  backup: OpenedBackup,
  configuration: Configuration,
  replace: boolean,
): Promise<number> {
  const { database, dataDir, sessionSecret } = configuration;
  const options = { ...database, dataDir, sessionSecret, log: say };
  const site = await locateRegister(options);
  try {
    const attachments = attachmentsOf(fileOptionsOf(configuration));
    const left = await restoreBackup(backup, {
      ...{ ownerUrl: site.ownerUrl, role: roleOfRequests(site), attachments, replace },
    });
    for (const sentence of left) say(sentence);
    // Opened as the server does it, which brings an older backup up to date and gives the roles their rights.
    const register = await openRegister(options);
    try {
      const { faults, sentence } = await compareRestored(register.database, backup.manifest);
      for (const fault of faults) say(fault);
      process.stdout.write(`${sentence}\n`);
      return faults.length === 0 ? DONE : FAILED;
    } finally {
      await register.close();
    }
  } finally {
    await site.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isExpected = [BackupError, ConfigurationError, MigrationError].some((kind) => error instanceof kind);
  say(isExpected ? (error as Error).message : ((error as Error).stack ?? String(error)));
  process.exitCode = FAILED;
}
