import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '@api/app.module';
import { FiguresService } from '@api/modules/figures/figures.service';
import { verifyChain } from '@api/modules/audit-events/audit-chain.repository';
import { AttachmentsFolder } from '@api/platform/database/backup/attachments';
import { BackupError, IS_OF_JOBS, LEFT_OUT } from '@api/platform/database/backup/backup-format';
import { OpenedBackup } from '@api/platform/database/backup/opened-backup';
import { restoreBackup } from '@api/platform/database/backup/restore-backup';
import { writeBackup } from '@api/platform/database/backup/write-backup';
import { projectRoot } from '@api/platform/config/project-root';
import { Database } from '@api/platform/database/database';
import { migrate } from '@api/platform/database/migrate';
import { loadDemonstration } from '@api/startup/demonstration';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database';

let folder: string;
let from: TestDatabase;
let to: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldlab-backup-'));
  await writeFile(join(folder, 'passphrase'), `${PASSPHRASE}\n`);
  [from, to] = [await createTestDatabase(), await createEmptyDatabase()];
});
afterAll(async () => {
  await from.drop();
  await to.drop();
  await rm(folder, { recursive: true, force: true });
});

const PASSPHRASE = 'zestien tekens of meer';

/** `npm run backup -- …`, as a person types it. */
function run(command: string, database: TestDatabase, ...args: string[]) {
  const env = {
    ...process.env,
    ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, DATA_DIR: folder },
    ...{ BACKUP_PASSPHRASE_FILE: join(folder, 'passphrase') },
  };
  return new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    execFile('npm', ['run', command, '--', ...args], { cwd: projectRoot(), env }, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

async function asOwner<T>({ ownerUrl }: TestDatabase, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A digest of every table, but for those that are left out. */
const contents = (database: TestDatabase): Promise<Record<string, string>> =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> all($1)
          and not ${IS_OF_JOBS}`,
      [LEFT_OUT],
    );
    const digests: [string, string][] = [];
    for (const { name } of rows) {
      const { rows: found } = await client.query<{ digest: string }>(
        `select count(*) || ' ' || md5(coalesce(string_agg(t::text, '' order by t::text), '')) as digest from ${name} t`,
      );
      digests.push([name, found[0]?.digest ?? '']);
    }
    return Object.fromEntries(digests);
  });

async function withApp<T>(
  database: TestDatabase,
  work: (app: Awaited<ReturnType<typeof context>>) => Promise<T>,
) {
  const register = new Database(database.appUrl);
  const app = await context(register);
  try {
    return await work(app);
  } finally {
    await app.close();
    await register.close();
  }
}
const context = (register: Database) =>
  NestFactory.createApplicationContext(AppModule.with(register), { logger: ['error'] });

describe('npm run backup and restore', { timeout: 240_000 }, () => {
  it('bring back all there was, as it was known, and what was erased since stays erased', async () => {
    const file = join(folder, 'register.backup');
    await cp(join(projectRoot(), 'docs', 'screens'), join(folder, 'attachments', 'deep'), {
      recursive: true,
    });
    const before = await withApp(from, async (app) => {
      await loadDemonstration(app);
      const knownAt = new Date().toISOString();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await asOwner(from, async (client) => {
        await client.query(`update centres set name = 'Anders' where code = 'FL-01'`);
        await client.query(`insert into contacts (company_id, centre_id, name)
          select (select id from companies limit 1), z.id, p
            from centres z, unnest('{Anna,Bram}'::text[]) p where z.code = 'FL-01'`);
      });
      const figures = app.get(FiguresService);
      return {
        knownAt,
        then: await figures.compute({ knownAt }, 'en'),
        now: await figures.compute({}, 'en'),
      };
    });
    const backedUp = await run('backup', from, file);
    expect(backedUp.status, backedUp.stderr).toBe(0);
    expect((await readFile(file, 'latin1')).startsWith('age-encryption.org/v1\n-> scrypt ')).toBe(true);

    const restored = await run('restore', to, file);
    expect(restored.status, restored.stderr).toBe(0);
    expect(restored.stdout).toContain("holds the backup's head");
    expect(restored.stdout).toContain('editions: no seal is broken.');
    expect(restored.stdout).toMatch(/ figures at [1-9]\d{0,2} instants of the past: the same\./);
    expect(await contents(to)).toEqual(await contents(from));
    const screens = readdirSync(join(projectRoot(), 'docs', 'screens'));
    expect(readdirSync(join(folder, 'attachments', 'deep')).sort()).toEqual(screens.sort());
    await withApp(to, async (app) => {
      const figures = app.get(FiguresService);
      expect(await figures.compute({ knownAt: before.knownAt }, 'en')).toEqual(before.then);
      expect((await figures.compute({}, 'en')).figures).toEqual(before.now.figures);
    });

    // It lives on: new revisions and links follow the old ones.
    await asOwner(to, (client) => client.query(`update centres set name = 'Verder' where code = 'FL-01'`));
    await withApp(to, async (app) => {
      const report = await app.get(Database).snapshot((client) => verifyChain(client));
      expect(report.faults).toEqual([]);
    });
    await asOwner(to, (client) =>
      client.query(`select erase_record('contacts', id) from contacts where name = 'Anna'`),
    );
    const backup = await OpenedBackup.open(file, PASSPHRASE);
    const options = {
      ownerUrl: to.ownerUrl,
      attachments: new AttachmentsFolder(join(folder, 'attachments')),
    };
    await expect(restoreBackup(backup, { ...options, replace: false })).rejects.toThrow('not empty');
    await restoreBackup(backup, { ...options, replace: true });
    backup.close();
    const names = await asOwner(to, async (client) => ({
      contacts: (await client.query(`select name from contacts`)).rows,
      centre: (await client.query(`select name from centres where code = 'FL-01'`)).rows,
    }));
    expect(names).toEqual({ contacts: [{ name: 'Bram' }], centre: [{ name: 'Anders' }] });
  });

  it('bring an older register to the newer version, and touch nothing where the file is damaged', async () => {
    const migrations = join(projectRoot(), 'prisma', 'migrations');
    const older = join(folder, 'migrations');
    for (const name of readdirSync(migrations).sort().slice(0, 9))
      await cp(join(migrations, name), join(older, name), { recursive: true });
    const [old, fresh] = [await createEmptyDatabase(), await createTestDatabase()];
    try {
      await migrate(old.ownerUrl, { folder: older });
      await asOwner(old, (client) =>
        client.query(
          `insert into centres (code, kind, name, started_on) values ('OLD', 'FIELDLAB', 'Old', '2015-01-01')`,
        ),
      );
      const file = join(folder, 'old.backup');
      await writeBackup({
        ownerUrl: old.ownerUrl,
        attachments: new AttachmentsFolder(join(folder, 'none')),
        file,
      });
      const options = {
        ownerUrl: fresh.ownerUrl,
        attachments: new AttachmentsFolder(join(folder, 'none')),
        replace: false,
      };
      const damaged = join(folder, 'damaged.backup');
      const bytes = await readFile(file);
      const middle = Math.floor(bytes.length / 2);
      bytes.fill(7, middle, middle + 200);
      await writeFile(damaged, bytes);
      const untouched = await contents(fresh);
      await expect(
        OpenedBackup.open(damaged).then((backup) => restoreBackup(backup, options)),
      ).rejects.toThrow();
      expect(await contents(fresh)).toEqual(untouched);
      await expect(OpenedBackup.open(join(migrations, '../schema.prisma'))).rejects.toThrow(BackupError);

      const backup = await OpenedBackup.open(file);
      await restoreBackup(backup, options);
      backup.close();
      await migrate(fresh.ownerUrl);
      const { rows } = await asOwner(fresh, (client) => client.query(`select code from centres`));
      expect(rows).toEqual([{ code: 'OLD' }]);
    } finally {
      await old.drop();
      await fresh.drop();
    }
  });
});
