import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileOptionsOf } from '../app-options';
import { readBackupPassphrase } from '../platform/config/backup-passphrase';
import { ConfigurationError, parseEnvironment, type Configuration } from '../platform/config/env.schema';
import { ifAlone } from '../platform/database/alone';
import { BackupError, type Manifest } from '../platform/database/backup/backup-format';
import { keepNewest, shelfNameOf, shelfOf } from '../platform/database/backup/backup-shelf';
import { isDue } from '../platform/database/backup/is-due';
import { writeBackup } from '../platform/database/backup/write-backup';
import { LOCKS } from '../platform/database/locks';
import { MigrationError } from '../platform/database/migrate';
import { openRegister, type OpenRegister } from '../platform/database/open-register';
import { attachmentsOf } from '../platform/files/attachments-of';
import { BACKUP_USAGE, parseBackupCommand, type BackupCommand } from './backup-options';
import { askedAt, figuresKnownAt } from './known-figures';
import { UsageError } from './usage-error';

const FAILED = 1;
const WRONG_USAGE = 2;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(command: BackupCommand): Promise<void> {
  const configuration = parseEnvironment();
  const passphrase = command.isUnsealed ? undefined : await readBackupPassphrase(configuration.backup);
  if (passphrase === undefined && !command.isUnsealed)
    throw new UsageError('Nothing is set to seal it with: set BACKUP_PASSPHRASE_FILE or BACKUP_PASSPHRASE.');
  const file = command.file === undefined ? undefined : resolve(command.file);
  if (file !== undefined && existsSync(file))
    throw new UsageError(`${file} is there already; a backup never replaces one.`);
  const { database, dataDir, sessionSecret } = configuration;
  const register = await openRegister({ ...database, dataDir, sessionSecret, log: say });
  try {
    if (file === undefined) await shelve(register, configuration, { ...command, passphrase });
    else await write(register, configuration, { file, passphrase });
  } finally {
    await register.close();
  }
}

interface Target {
  file: string;
  passphrase: string | undefined;
}

async function write(register: OpenRegister, configuration: Configuration, target: Target): Promise<void> {
  const made = new Date();
  const manifest = await writeBackup({
    ...target,
    ownerUrl: register.ownerUrl,
    attachments: attachmentsOf(fileOptionsOf(configuration)),
    figuresAt: (instants) => figuresKnownAt(register.database, askedAt(instants, made)),
  });
  await report(manifest, target);
}

/** To where backups go by themselves. It is written on this machine first, sealed, and then named. */
async function shelve(
  register: OpenRegister,
  configuration: Configuration,
  { ifDue, passphrase }: Pick<BackupCommand, 'ifDue'> & Pick<Target, 'passphrase'>,
): Promise<void> {
  const { backup, objectStore, dataDir } = configuration;
  const shelf = shelfOf(backup.to, objectStore);
  const isAlone = await ifAlone(register.ownerUrl, LOCKS.backup, async () => {
    if (ifDue && !isDue(await shelf.list(), backup.everyHours, new Date())) {
      tell('None is due.');
      return;
    }
    const name = shelfNameOf(new Date(), passphrase !== undefined);
    const file = join(await emptyFolder(dataDir), name);
    await write(register, configuration, { file, passphrase });
    await shelf.put(file, name);
    const gone = await keepNewest(shelf, backup.keep);
    tell(`It is ${shelf.addressOf(name)}; ${gone.length} of before were deleted.`);
  });
  if (isAlone) return;
  if (!ifDue) throw new BackupError('Another process is making a backup.');
  tell('Another process is making one.');
}

/** What a process left there that was killed is of no use to anybody. */
async function emptyFolder(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'backup-in-the-making');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const left of await readdir(folder)) await rm(join(folder, left), { force: true });
  return folder;
}

async function report(manifest: Manifest, { file, passphrase }: Target): Promise<void> {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const megabytes = ((await stat(file)).size / 1_000_000).toFixed(1);
  tell(
    `Backed up ${rows} rows of ${manifest.tables.length} tables and ${manifest.attachments.length} attachments, ` +
      `as known at ${manifest.knownAt}, with figures of ${manifest.figures?.length ?? 0} earlier instants, ` +
      `to ${file} (${megabytes} MB).`,
  );
  tell(
    `The audit trail ends at ${manifest.auditHead.hash}. ` +
      (passphrase === undefined
        ? 'WHOEVER HAS THE FILE CAN READ IT. SESSION_SECRET is not in it: keep it apart.'
        : 'Neither the passphrase nor SESSION_SECRET is in the file: keep both apart.'),
  );
}

try {
  await main(parseBackupCommand(process.argv.slice(2)));
} catch (error) {
  const isExpected = [BackupError, ConfigurationError, MigrationError].some((kind) => error instanceof kind);
  if (error instanceof UsageError) say(`${error.message}\n\n${BACKUP_USAGE}`);
  else say(isExpected ? (error as Error).message : ((error as Error).stack ?? String(error)));
  process.exitCode = error instanceof UsageError ? WRONG_USAGE : FAILED;
}
