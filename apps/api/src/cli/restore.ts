import 'reflect-metadata';
import { resolve } from 'node:path';
import { verifyChain } from '../modules/audit-events/audit-chain.repository';
import { fileOptionsOf } from '../app-options';
import { ConfigurationError, parseEnvironment } from '../platform/config/env.schema';
import { BackupError, type Manifest } from '../platform/database/backup/backup-format';
import { OpenedBackup } from '../platform/database/backup/opened-backup';
import { restoreBackup } from '../platform/database/backup/restore-backup';
import { MigrationError } from '../platform/database/migrate';
import { locateRegister, openRegister, type OpenRegister } from '../platform/database/open-register';
import { attachmentsOf } from '../platform/files/attachments-of';

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;
const USAGE = `npm run restore -- FILE [--replace]
  into an empty register; with --replace what the register holds now is lost. End the server first.`;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(args: readonly string[]): Promise<number> {
  const files = args.filter((arg) => arg !== '--replace');
  const [given] = files;
  if (given === undefined || given.startsWith('-') || files.length > 1) {
    say(USAGE);
    return WRONG_USAGE;
  }
  const backup = await OpenedBackup.open(resolve(given));
  try {
    return await restore(backup, args.includes('--replace'));
  } finally {
    backup.close();
  }
}

async function restore(backup: OpenedBackup, replace: boolean): Promise<number> {
  const configuration = parseEnvironment();
  const { database, dataDir, sessionSecret } = configuration;
  const options = { url: database.url, ownerUrl: database.ownerUrl, dataDir, sessionSecret, log: say };
  const site = await locateRegister(options);
  try {
    const attachments = attachmentsOf(fileOptionsOf(configuration));
    const left = await restoreBackup(backup, { ownerUrl: site.ownerUrl, attachments, replace });
    for (const sentence of left) say(sentence);
    // Opened as the server does it, which brings an older backup up to date and gives the roles their rights.
    const register = await openRegister(options);
    return await report(register, backup.manifest).finally(() => register.close());
  } finally {
    await site.close();
  }
}

async function report({ database }: OpenRegister, manifest: Manifest): Promise<number> {
  const { position, hash } = manifest.auditHead;
  const known = position === 0 ? [] : [hash];
  const { faults, links } = await database.snapshot((client) => verifyChain(client, known), 'batch');
  for (const fault of faults) say(fault);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `Restored ${rows} rows and ${manifest.attachments.length} attachments of ${manifest.createdAt}. ` +
      `The audit trail has ${links} links and ${faults.length === 0 ? "holds the backup's head" : 'IS BROKEN'}.\n`,
  );
  return faults.length === 0 ? DONE : FAILED;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isExpected = [BackupError, ConfigurationError, MigrationError].some((kind) => error instanceof kind);
  say(isExpected ? (error as Error).message : ((error as Error).stack ?? String(error)));
  process.exitCode = FAILED;
}
