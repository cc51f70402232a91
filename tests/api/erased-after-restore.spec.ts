import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyChain } from '@api/modules/audit-events/audit-chain.repository';
import { AttachmentsFolder } from '@api/platform/database/backup/attachments';
import { OpenedBackup } from '@api/platform/database/backup/opened-backup';
import { restoreBackup } from '@api/platform/database/backup/restore-backup';
import { writeBackup } from '@api/platform/database/backup/write-backup';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database';
import { everythingKept } from '../support/everything-kept';
import { migratedUntil } from '../support/migrated-until';

const TRADER = '0192f0c1-2b3c-7def-8a1b-000000000001';
const PERSON = '0192f0c1-2b3c-7def-8a1b-000000000002';
const NAMED = `
  begin; select announce_author(null, 'Test', null, 'verzoek van Anna Aalders');
  insert into centres (id, code, kind, name, started_on)
  values ('${PERSON}', 'FL', 'FIELDLAB', 'Fieldlab', '2015-01-01');
  insert into companies (id, name, match_name, legal_form) values ('${TRADER}', 'Anna Aalders', 'anna aalders', 'VOF');
  insert into company_numbers (company_id, scheme, number) values ('${TRADER}', 'KVK', '12345678');
  insert into participations (id, company_id, centre_id, level, started_on, note)
  values ('${PERSON}', '${TRADER}', '${PERSON}', 'PARTNER', '2019-01-01', 'met Anna Aalders');
  insert into users (id, email, name, role) values ('${PERSON}', 'anna@aalders.example', 'Anna Aalders', 'VIEWER');
  commit`;
const ERASED = `
  begin; select announce_author(null, 'Test', null, null);
  update companies set legal_form = 'EENMANSZAAK' where id = '${TRADER}';
  update users set deleted_at = now() where id = '${PERSON}';
  select erase_record('companies', '${TRADER}'), erase_record('users', '${PERSON}'),
         erase_text('participations', '${PERSON}', 'note'),
         (select erase_reason(min(e.id)) from audit_events e join audit_links l on l.id = e.link_id where l.reason like '%Anna%');
  commit`;
const NAMES = ['Anna Aalders', 'anna aalders', '12345678', 'anna@aalders.example'];

let folder: string;
let register: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldlab-restored-'));
  register = await createTestDatabase();
});
afterAll(async () => {
  await register.drop();
  await rm(folder, { recursive: true });
});

async function on<T>({ ownerUrl }: TestDatabase, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  return work(pool).finally(() => pool.end());
}
async function backedUp({ ownerUrl }: TestDatabase, name: string): Promise<string> {
  const file = join(folder, name);
  await writeBackup({ ownerUrl, attachments: new AttachmentsFolder(folder), file });
  return file;
}
async function restored(file: string): Promise<string[]> {
  const backup = await OpenedBackup.open(file);
  const attachments = new AttachmentsFolder(folder);
  return restoreBackup(backup, { ownerUrl: register.ownerUrl, attachments, replace: true }).finally(() =>
    backup.close(),
  );
}
/** What is left of the person, and whether the trail is whole. */
const left = (): Promise<{ lines: string[]; faults: string[] }> =>
  on(register, async (pool) => {
    const client = await pool.connect();
    try {
      const lines = (await everythingKept(client))
        .split('\n')
        .filter((line) => NAMES.some((name) => line.includes(name)));
      return { lines, faults: (await verifyChain(client)).faults };
    } finally {
      client.release();
    }
  });

describe('what was erased', { timeout: 120_000 }, () => {
  it('stays erased after the restore of a backup of before, and of another one after that', async () => {
    const empty = await backedUp(register, 'empty.backup');
    await on(register, (pool) => pool.query(NAMED));
    const named = await backedUp(register, 'named.backup');
    await on(register, (pool) => pool.query(ERASED));
    expect(await left()).toEqual({ lines: [], faults: [] });
    expect(await restored(named)).toEqual([]);
    expect(await left()).toEqual({ lines: [], faults: [] });
    // A backup of before there was anything to erase must not make it forget what was.
    expect(await restored(empty)).toEqual([]);
    expect(await restored(named)).toEqual([]);
    expect(await left()).toEqual({ lines: [], faults: [] });
  });

  it('stays erased after the restore of a backup of a version that could not erase it', async () => {
    const former = await createEmptyDatabase();
    onTestFinished(() => former.drop());
    await migratedUntil(former.ownerUrl, '20261129105800_erased_values_from_the_trail');
    await on(former, (pool) => pool.query(NAMED));
    expect(await restored(await backedUp(former, 'former.backup'))).toEqual([]);
    const { lines, faults } = await left();
    // The reason was another link's there: nobody erased that one.
    expect(lines.filter((line) => !/^\w+\.(audit_links|revisions):/.test(line))).toEqual([]);
    expect(faults).toEqual([]);
  });
});
