import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brief, ImportBench } from '../support/importing';
import { temporaryFile, xlsx, type Given, type Sheets } from '../support/workbook';

const date = (text: string): Date => new Date(`${text}T00:00:00Z`);

const SHEETS: Sheets = {
  companies: [
    ['ref', 'kvk_number', 'name', 'postcode'],
    ['C1', '00000001', 'Een', '1234 AB'],
  ],
  participations: [
    ['company_ref', 'centre_code', 'level', 'started_on'],
    ['C1', 'A', 'PARTNER', date('2020-01-01')],
  ],
};

let bench: ImportBench;
beforeEach(async () => {
  bench = await ImportBench.open();
  await bench.owner.query(
    `insert into centres (code, kind, name, started_on) values ('A', 'FIELDLAB', 'A', '2018-01-01')`,
  );
});
afterEach(() => bench.close());

/** Waits until the import waits for somebody else's transaction. */
async function untilBlocked(): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const waiting = await bench.value(
      `select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (waiting === 1) return;
    await wait(20);
  }
  throw new Error('The import never waited.');
}

/** Imports while somebody else's transaction is open, which ends when the import runs into it. */
async function importWhile(statement: string): Promise<ReturnType<ImportBench['import']>> {
  const other = await bench.owner.connect();
  try {
    await other.query('begin');
    await other.query(statement);
    const importing = bench.import(SHEETS);
    await untilBlocked();
    await other.query('commit');
    return await importing;
  } finally {
    other.release();
  }
}

describe('an import that is overtaken', () => {
  it('takes the company that somebody else just registered', async () => {
    const result = await importWhile(`
      with company as (insert into companies (name, match_name) values ('Een', 'een') returning id)
      insert into company_numbers (company_id, scheme, number) select id, 'KVK', '00000001' from company`);
    expect(result).toMatchObject({
      status: 'DONE',
      counts: { companies: { created: 0, updated: 1, unchanged: 0 } },
    });
    expect(
      await bench.rows(
        'select name, postcode from companies c join company_profiles p on p.company_id = c.id',
      ),
    ).toEqual([['Een', '1234 AB']]);
  });

  it('is rejected, and writes nothing, when its centre was just deleted', async () => {
    const result = await importWhile(`update centres set deleted_at = now() where code = 'A'`);
    expect(brief(result.faults)).toEqual(['participations 2 centre_code UNKNOWN_CENTRE']);
    expect(await bench.value('select count(*)::int from companies')).toBe(0);
  });

  it('waits for another import of the same workbook, and then finds everything there', async () => {
    const path = await temporaryFile('workbook.xlsx', xlsx(SHEETS));
    const results = await Promise.all([bench.importFile(path), bench.importFile(path)]);
    expect(results.map(({ counts }) => counts.companies?.created).sort()).toEqual([0, 1]);
    expect(await bench.value('select count(*)::int from companies')).toBe(1);
    expect(await bench.value('select count(*)::int from participations')).toBe(1);
  });
});

describe('an import that is broken off', () => {
  const rows = Array.from({ length: 5_000 }, (_, index): Given[] => [`C${index}`, `Company ${index}`]);
  const LARGE: Sheets = {
    companies: [['ref', 'name'], ...rows],
    programme: [
      ['name', 'started_on'],
      ['P', date('2015-01-01')],
    ],
  };
  let path: string;
  let before: unknown;
  beforeEach(async () => {
    path = await temporaryFile('workbook.xlsx', xlsx(LARGE));
    before = await bench.state();
  });

  async function expectNothingLeft(): Promise<void> {
    expect(await bench.state()).toEqual(before);
    expect(await bench.rows('select * from imports')).toEqual([]);
    expect(await bench.rows('select * from import_rows')).toEqual([]);
    expect(await bench.importFile(path)).toMatchObject({
      status: 'DONE',
      counts: { companies: { created: 5_000 } },
    });
  }

  const endConnections = () =>
    bench.rows(`select pg_terminate_backend(pid) from pg_stat_activity
                 where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`);

  it('leaves nothing when its connection dies while rows are read', async () => {
    let killed: Promise<unknown> | undefined;
    const importing = bench.importFile(path, { onProgress: () => void (killed ??= endConnections()) });
    await expect(importing).rejects.toThrow();
    await killed;
    await expectNothingLeft();
  });

  it('leaves nothing when its connection dies while it writes', async () => {
    const other = await bench.owner.connect();
    await other.query('begin; lock table companies in share mode');
    const importing = bench.importFile(path).catch((error: unknown) => error);
    await untilBlocked();
    await endConnections();
    await other.query('rollback');
    other.release();
    expect(await importing).toBeInstanceOf(Error);
    await expectNothingLeft();
  });

  it('leaves nothing when it is called off', async () => {
    const controller = new AbortController();
    const importing = bench.importFile(path, {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('called off')),
    });
    await expect(importing).rejects.toThrow('called off');
    await expectNothingLeft();
  });
});

describe('an import that was queued', () => {
  it('is done in the very transaction that writes', async () => {
    const { rows } = await bench.owner.query<{ id: string }>(
      `insert into imports (file_name, actor_name, status) values ('x.xlsx', 'somebody', 'RUNNING') returning id`,
    );
    const result = await bench.import(SHEETS, { importId: rows[0]?.id });
    expect(result.importId).toBe(rows[0]?.id);
    expect(
      await bench.rows(`select i.status, i.counts -> 'companies' ->> 'created', r.actor_name, r.known_at is not null
                          from imports i join revisions r on r.id = i.revision_id`),
    ).toEqual([['DONE', '1', 'test', true]]);
    expect(
      await bench.value('select count(*)::int from import_rows where import_id = $1', [rows[0]?.id]),
    ).toBe(2);
  });

  it('is written once, where two processes did it because one was not heard of for long', async () => {
    const { rows } = await bench.owner.query<{ id: string }>(
      `insert into imports (file_name, actor_name, status) values ('y.xlsx', 'somebody', 'RUNNING') returning id`,
    );
    const firms = 'select count(*)::int from companies';
    const named = (name: string): Sheets => ({
      companies: [
        ['ref', 'name'],
        [name, name],
      ],
    });
    await bench.import(named('Once'), { importId: rows[0]?.id });
    const before = await bench.value(firms);
    await expect(bench.import(named('Twice'), { importId: rows[0]?.id })).rejects.toThrow(
      'Another process has ended this import',
    );
    expect(await bench.value(firms)).toBe(before);
  });
});
