import pg from 'pg';
import { verifyChain } from '@api/modules/audit-events/audit-chain.repository';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resources as english } from '../../apps/admin/src/i18n/en/resources';
import { resources as dutch } from '../../apps/admin/src/i18n/nl/resources';
import { aCentre, aCompany, aParticipation, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

interface Event {
  id: string;
  record: { name: string | null; isGone: boolean };
  action: string;
  resource: string;
  recordId: string;
  reason: string | null;
  requestId: string | null;
  actor: { id: string };
  changes: Record<string, { from: unknown; to: unknown }>;
  link: { position: number; hash: string };
}

let register: TestRegister;
let admin: Caller;
let centre: Made;
let company: Made;
const EDITION = '0192f0c1-2b3c-7def-8a1b-0123456789ab';
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  centre = await aCentre(admin);
  company = await aCompany(admin, { sizeClass: 'SMALL' });
});
afterAll(() => register.close());

const events = async (query: string): Promise<Event[]> =>
  (await admin.get(`/audit-events?${query}`).expect(200)).body.data as Event[];
const verified = (heads: string[] = []) => register.database.snapshot((client) => verifyChain(client, heads));
/** What is found after somebody with every right in the database changed it; then it is put back. */
async function foundAfter(statement: string, heads: string[] = []): Promise<string[]> {
  const owner = new pg.Pool({ connectionString: register.ownerUrl, max: 1 });
  const client = await owner.connect();
  try {
    await client.query(`begin; ${statement}`);
    return (await verifyChain(client, heads)).faults;
  } finally {
    await client.query('rollback');
    client.release();
    await owner.end();
  }
}

describe('the audit trail', () => {
  it('says who did what to which record, from which request, with what was before and after', async () => {
    const answer = await admin
      .patch(`/companies/${company.id}?reason=groei`, 1, { sizeClass: 'LARGE', name: 'Groot BV' })
      .expect(200);
    const [profile, name, ...made] = await events(`recordId=${company.id}&resource=companies`);
    expect(profile).toMatchObject({
      ...{ action: 'UPDATE', resource: 'companies', reason: 'groei', actor: { id: admin.id } },
      ...{
        requestId: answer.headers['x-request-id'],
        changes: { sizeClass: { from: 'SMALL', to: 'LARGE' } },
      },
    });
    expect(name?.changes).toEqual({ name: { from: company.name, to: 'Groot BV' } });
    expect(name?.link).toEqual(profile?.link);
    expect(made.map(({ action }) => action)).toEqual(['CREATE', 'CREATE']);
  });

  it('tells deletion from restoring, and finds by actor, action and day', async () => {
    const { id } = await aCompany(admin);
    await admin.delete(`/companies/${id}`, 1).expect(204);
    await admin.post(`/companies/${id}/restore`).expect(200);
    expect((await events(`recordId=${id}&sort=at`)).map(({ action }) => action)).toEqual([
      'CREATE',
      'DELETE',
      'RESTORE',
    ]);
    expect(await events(`recordId=${id}&action=DELETE&actorId=${admin.id}`)).toHaveLength(1);
    expect(await events(`recordId=${id}&atFrom=2001-01-01&atTo=2001-01-02`)).toHaveLength(0);
    await admin.get('/audit-events?unknown=1').expect(400);
  });

  it('names the records as they are now, and gives each entry by itself', async () => {
    const made = await aParticipation(admin, company.id, centre.id);
    const [entry] = await events(`recordId=${made.id}`);
    const name = `${String((await admin.get(`/companies/${company.id}`)).body.name)} · ${String(centre.name)}`;
    expect(entry?.record).toEqual({ name, isGone: false });
    await admin.delete(`/participations/${made.id}`, 1).expect(204);
    const { body } = await admin.get(`/audit-events/${entry?.id ?? ''}`).expect(200);
    expect(body).toEqual({ ...entry, record: { name, isGone: true } });
    await admin.get('/audit-events/999999999').expect(404);
  });

  it('has words on screen for whatever it says, in both languages', async () => {
    const { rows } = await register.database.pool.query<{ resource: string; field: string }>(
      `select distinct a.args[1] as resource, regexp_replace(initcap(c.column_name), '_', '', 'g') as field
         from pg_trigger g
        cross join lateral (select string_to_array(encode(g.tgargs, 'escape'), '\\000') as args) a
         join information_schema.columns c on c.table_schema = current_schema() and c.table_name = g.tgrelid::regclass::text
        where g.tgname = 'y_audit_insert' and c.column_name <> all (a.args[3]::text[])
          and c.column_name not in ('id', 'version', 'created_at', 'updated_at')`,
    );
    expect(rows.length).toBeGreaterThan(100);
    for (const words of [dutch, english] as Record<
      string,
      { fields: Record<string, string> } | undefined
    >[]) {
      const wordless = rows
        .map(({ resource, field }) => [resource, field.charAt(0).toLowerCase() + field.slice(1)] as const)
        .filter(([resource, field]) => words[resource]?.fields[field] === undefined);
      expect(wordless).toEqual([]);
    }
  });

  it('holds digests of personal values, and never the values', async () => {
    const sent = { companyId: company.id, centreId: centre.id, name: 'Anna de Vries', phone: '06 12345678' };
    const contact = await admin.post('/contacts', sent).expect(201);
    const sole = await aCompany(admin, { name: 'Karel Karelsen', legalForm: 'EENMANSZAAK' });
    const all = JSON.stringify(await events('perPage=100'));
    for (const value of ['Anna', '12345678', 'Karelsen', admin.email]) expect(all).not.toContain(value);
    expect((await events(`recordId=${String(contact.body.id)}`))[0]?.changes.phone?.to).toMatch(
      /^hmac-sha256:[0-9a-f]{64}$/,
    );
    expect((await events(`recordId=${sole.id}`))[0]?.changes.name?.to).toMatch(/^hmac-sha256:/);
  });

  it('is read by administrators only', async () => {
    for (const role of ['EVALUATOR', 'COORDINATOR', 'VIEWER'] as const)
      await (await register.as(role)).get('/audit-events').expect(403);
  });

  it('cannot be changed by the role that answers requests', async () => {
    for (const statement of [
      'update audit_events set after = null',
      'delete from audit_events',
      'update audit_links set actor_name = $$nobody$$',
      'delete from audit_links',
      'insert into audit_links (actor_name) values ($$nobody$$)',
      'update audit_head set position = 0',
      'select * from audit_salt',
      'truncate audit_events',
    ])
      await expect(register.database.pool.query(statement), statement).rejects.toThrow(/permission denied/);
  });

  it('is one chain, also under parallel writers', async () => {
    await Promise.all(Array.from({ length: 20 }, () => aCompany(admin)));
    const report = await verified();
    expect(report.faults).toEqual([]);
    expect(report.links).toBeGreaterThan(20);
  });

  it.each([
    [
      'an entry changed',
      `update audit_events set after = '{"name": "Anders"}' where id = (select max(id) from audit_events)`,
      /An entry of link \d+ was changed/,
    ],
    [
      'an author changed',
      `update audit_links set actor_name = 'nobody' where position = 3`,
      /Link 3 itself was changed/,
    ],
    [
      'an entry gone',
      'delete from audit_events where id = (select min(id) from audit_events)',
      /had \d+ entries/,
    ],
  ])('shows %s', async (_, statement, fault) => {
    expect((await foundAfter(statement)).join(' ')).toMatch(fault);
  });

  it('names every link that broke, and checks what follows the first', async () => {
    const broken = `
      update audit_links set hash = null where position = 2;
      update audit_links set actor_name = 'nobody' where position = 5;`;
    const { links } = await verified();
    const told = await foundAfter(broken);
    expect(told).toContain('Link 2 itself was changed.');
    expect(told).toContain('Link 5 itself was changed.');
    expect(told.some((fault) => fault.startsWith('Link 4'))).toBe(false);
    expect(told.some((fault) => fault.includes(`ends at link ${links}`))).toBe(false);
  });

  it('shows a tail that was cut off and mended, to whoever noted the head, as every edition does', async () => {
    const { head } = await verified();
    expect((await verified([head])).faults).toEqual([]);
    // Slipped in without a trace, so that cutting off the last link cuts off what the edition noted.
    const published = `
      alter table reports disable trigger user; alter table report_editions disable trigger user;
      insert into reports (id, title, as_of, indicators) values ('${EDITION}', 'Cut', '2021-05-01', '{jobs}');
      insert into report_editions (report_id, number, published_at, published_by_name, document, seal, public_document, public_seal)
      values ('${EDITION}', 1, now(), 'nobody', '{"auditHead": {"hash": "${head}"}}', repeat('a', 64), '{}', repeat('a', 64));`;
    const cutOff = `
      delete from audit_events where link_id = (select id from audit_links order by position desc limit 1);
      delete from audit_links where position = (select position from audit_head);
      update audit_head set (position, hash) =
        (select position, hash from audit_links order by position desc limit 1)`;
    expect(await foundAfter(cutOff)).toEqual([]);
    const told = [`The head ${head} was in the chain once, and is not any more.`];
    expect(await foundAfter(cutOff, [head])).toEqual(told);
    expect(await foundAfter(published + cutOff)).toEqual(told);
  });
});
