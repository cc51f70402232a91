import { verifyChain } from '@api/modules/audit-events/audit-chain.repository';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, aCompany, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
let company: Made;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  await aCentre(admin);
  company = await aCompany(admin);
});
afterAll(() => register.close());

/** As the role that answers requests, whatever it may think of: all of it in one transaction. */
const asProgram = (...statements: string[]) =>
  register.database.transaction(async (client) => {
    for (const statement of statements) await client.query(statement);
  });
const faults = async () => (await register.database.snapshot((client) => verifyChain(client))).faults;
const entries = async () =>
  (
    await register.database.pool.query<{ count: number }>(
      `select count(*)::int as count from audit_events where record_id = '${company.id}'`,
    )
  ).rows[0]?.count ?? 0;
const rename = (name: string) => `update companies set name = '${name}' where id = '${company.id}'`;

describe('the program’s own role in the database', () => {
  it.each([
    ['a link of before', ["set local fieldlab.audit_link = '1'", "set local fieldlab.revision = '1'"]],
    ['a link that is none', ["set local fieldlab.audit_link = 'x'", "set local fieldlab.revision = 'x'"]],
    ['links that settle early', ['set constraints all immediate']],
  ])('cannot choose the link or the revision of what it writes: %s', async (name, statements) => {
    const before = await entries();
    await asProgram(...statements, rename(`${name} 1`), 'set constraints all immediate', rename(`${name} 2`));
    expect(await entries()).toBe(before + 2);
    expect(await faults()).toEqual([]);
    const { rows } = await register.database.pool.query<{ stray: number }>(
      `select count(*)::int as stray from companies_history h join revisions r on r.id = h.rev_from
        where h.id = '${company.id}' and r.id = 1`,
    );
    expect(rows[0]?.stray).toBe(0);
  });

  it('keeps one link where a savepoint was taken back', async () => {
    await asProgram('savepoint a', rename('Taken back'), 'rollback to a', rename('Kept'));
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['record_audit', "record_audit('companies', 'id', '{}', '{}')", 'new_rows'],
    ['the history', 'record_companies()', 'new_rows'],
    ['the settling of links', 'settle_audit_link()', ''],
    ['the settling of revisions', 'settle_revision()', ''],
  ])('cannot hang %s on a table of its own', async (_, call, table) => {
    const on = table === '' ? 'for each row' : `referencing new table as ${table} for each statement`;
    await expect(
      asProgram(
        'create temporary table forged (like companies) on commit drop',
        `create trigger forge after insert on forged ${on} execute function ${call}`,
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it.each([
    `select digested('{"name": "Anna"}', '{name}')`,
    'select current_audit_link()',
    `insert into report_editions (report_id, number, published_at, published_by_name, document, seal, public_document, public_seal)
     values (gen_random_uuid(), 1, now(), 'nobody', '{}', repeat('a', 64), '{}', repeat('a', 64))`,
    `select publish_edition(gen_random_uuid(), 1, '{"publishedAt": "2021-05-01"}', '{}', '{}')`,
    `insert into erasures (table_name, record_id) values ('contacts', gen_random_uuid())`,
    `insert into erased_reasons (position, hash) values (1, '')`,
    `insert into erased_texts (table_name, record_id, column_name, version) values ('notes', gen_random_uuid(), 'text', 1)`,
    `select erase_company(gen_random_uuid())`,
    'update revisions set actor_name = $$nobody$$',
    'delete from companies_history',
  ])('is refused: %s', async (statement) => {
    await expect(asProgram(statement)).rejects.toThrow(/permission denied|no approved edition/);
  });

  it('runs of the owner’s functions those alone that it calls by name, and each has a fixed path', async () => {
    const { rows } = await register.database.pool.query<{ name: string; may: boolean; fixed: boolean }>(
      `select p.proname as name, has_function_privilege(p.oid, 'execute') as may,
              exists (select from unnest(p.proconfig) c where c like 'search\\_path=%pg_temp') as fixed
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspname = current_schema() order by 1`,
    );
    expect(rows.filter(({ may }) => may).map(({ name }) => name)).toEqual([
      'analyze_register',
      'current_revision',
      'erase_reason',
      'erase_record',
      'erase_text',
      'note_access',
      'publish_edition',
      'undo_revision',
    ]);
    expect(rows.filter(({ fixed }) => !fixed)).toEqual([]);
  });

  it('leaves digests of a sole trader’s number and address in the trail', async () => {
    const sole = await aCompany(admin, {
      ...{ name: 'Karel Karelsen', legalForm: 'EENMANSZAAK', kvkNumber: '87654321' },
      ...{ postcode: '7411KT', municipality: 'Deventer' },
    });
    const { body } = await admin.get(`/audit-events?recordId=${sole.id}&perPage=100`).expect(200);
    expect(JSON.stringify(body)).not.toMatch(/Karelsen|87654321|7411|Deventer/);
  });
});
