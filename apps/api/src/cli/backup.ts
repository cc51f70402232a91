import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileOptionsOf } from '../app-options';
import { ConfigurationError, parseEnvironment } from '../platform/config/env.schema';
import { BackupError } from '../platform/database/backup/backup-format';
import { writeBackup } from '../platform/database/backup/write-backup';
import { MigrationError } from '../platform/database/migrate';
import { openRegister } from '../platform/database/open-register';
import { attachmentsOf } from '../platform/files/attachments-of';

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;
const USAGE = 'npm run backup -- FILE   writes the whole register to a new file';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main([given, ...more]: readonly string[]): Promise<number> {
  if (given === undefined || given.startsWith('-') || more.length > 0) {
    say(USAGE);
    return WRONG_USAGE;
  }
  const file = resolve(given);
  if (existsSync(file)) {
    say(`${file} is there already; a backup never replaces one.`);
    return WRONG_USAGE;
  }
  const configuration = parseEnvironment();
  const { database, dataDir, sessionSecret } = configuration;
  const register = await openRegister({
    url: database.url,
    ownerUrl: database.ownerUrl,
    dataDir,
    sessionSecret,
    log: say,
  });
  try {
    const attachments = attachmentsOf(fileOptionsOf(configuration));
    const manifest = await writeBackup({ ownerUrl: register.ownerUrl, attachments, file });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const megabytes = ((await stat(file)).size / 1_000_000).toFixed(1);
    process.stdout.write(
      `Backed up ${rows} rows of ${manifest.tables.length} tables and ${manifest.attachments.length} attachments, ` +
        `as known at ${manifest.knownAt}, to ${file} (${megabytes} MB).\n` +
        `The audit trail ends at ${manifest.auditHead.hash}. SESSION_SECRET is not in the file: keep it apart.\n`,
    );
    return DONE;
  } finally {
    await register.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isExpected = [BackupError, ConfigurationError, MigrationError].some((kind) => error instanceof kind);
  say(isExpected ? (error as Error).message : ((error as Error).stack ?? String(error)));
  process.exitCode = FAILED;
}
