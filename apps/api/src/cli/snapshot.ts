import 'reflect-metadata';
import { mkdir, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { DomainError } from '@fieldlab/domain';
import { AppModule } from '../app.module';
import { SnapshotService } from '../modules/figures/snapshot/snapshot.service';
import { ConfigurationError, parseEnvironment } from '../platform/config/env.schema';
import { openRegister } from '../platform/database/open-register';
import { UsageError } from './usage-error';

const WRONG_USAGE = 2;
const USAGE = `npm run snapshot -- FOLDER [--known-at INSTANT]

  Writes the register as it was known (default: now) into a new or empty folder, as Parquet files with a data
  dictionary, and the definitions of its figures as SQL for DuckDB. Contacts, notes, users and the audit trail are
  left out; of sole traders there is the id alone.`;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface SnapshotOptions {
  folder: string;
  knownAt: string | undefined;
}

function parseOptions(args: readonly string[]): SnapshotOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'known-at': { type: 'string' } },
    });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw new UsageError('Name one folder.');
    return { folder: resolve(folder), knownAt: values['known-at'] };
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function main({ folder, knownAt }: SnapshotOptions): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new UsageError(`${folder} is not empty.`);
  const { database, dataDir, sessionSecret } = parseEnvironment();
  const register = await openRegister({ ...database, dataDir, sessionSecret, log: say });
  try {
    const app = await NestFactory.createApplicationContext(AppModule.with(register.database), {
      logger: ['error'],
    });
    const known = await app.get(SnapshotService).write(folder, knownAt);
    process.stdout.write(
      `Wrote the register as known at ${known} to ${folder}; README.md there says how to read it.\n`,
    );
  } finally {
    await register.close();
  }
}

try {
  await main(parseOptions(process.argv.slice(2)));
} catch (error) {
  if (error instanceof UsageError) say(`${error.message}\n\n${USAGE}`);
  else if (error instanceof DomainError)
    say([error.message, ...error.faults.map(({ path, message }) => `${path}: ${message}`)].join('\n'));
  else if (error instanceof ConfigurationError) say(error.message);
  else throw error;
  process.exitCode = WRONG_USAGE;
}
