import pg from 'pg';
import { verifyChain } from '@api/modules/audit-events/audit-chain.repository';
import { migrate } from '@api/platform/database/migrate';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createEmptyDatabase } from '../support/database';
import { everythingKept } from '../support/everything-kept';
import { aCentre, aCompany, type Made } from '../support/made';
import { migratedUntil } from '../support/migrated-until';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

const NAME = 'Anna de Vries';

interface Entry {
  id: string;
  action: string;
  reason: string | null;
  isReasonErased: boolean;
  actor: { id: string };
  changes: Record<string, unknown>;
  link: { position: number };
}

let register: TestRegister;
let admin: Caller;
let owner: pg.PoolClient;
let ownerPool: pg.Pool;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  await aCentre(admin);
  ownerPool = new pg.Pool({ connectionString: register.ownerUrl, max: 1 });
  owner = await ownerPool.connect();
});
afterAll(async () => {
  owner.release();
  await ownerPool.end();
  await register.close();
});

const trailOf = async (id: string): Promise<Entry[]> =>
  (await admin.get(`/audit-events?recordId=${id}`).expect(200)).body.data as Entry[];
const erase = (id = '') => admin.delete(`/audit-events/${id}/reason`, 1);
const faults = async () => (await register.database.snapshot((client) => verifyChain(client))).faults;

/** What is found after somebody with every right changed it; then it is put back. */
async function foundAfter(client: pg.PoolClient, statement: string): Promise<string[]> {
  await client.query('begin');
  try {
    await client.query(statement);
    return (await verifyChain(client)).faults;
  } finally {
    await client.query('rollback');
  }
}

async function changedBecauseOf(reason: string): Promise<Made> {
  const company = await aCompany(admin, { sizeClass: 'SMALL' });
  const query = `reason=${encodeURIComponent(reason)}`;
  await admin.patch(`/companies/${company.id}?${query}`, 1, { sizeClass: 'LARGE' }).expect(200);
  return company;
}

describe('a reason', () => {
  it('is erased wherever it was kept, and the trail says so without it', async () => {
    const { id } = await changedBecauseOf(`op verzoek van ${NAME}`);
    const [changed] = await trailOf(id);
    expect(changed).toMatchObject({ reason: `op verzoek van ${NAME}`, isReasonErased: false });
    expect(await everythingKept(owner)).toContain(NAME);
    await erase(changed?.id).expect(204);
    expect(await everythingKept(owner)).not.toContain(NAME);

    const [erasure, after] = await trailOf(id);
    expect(after).toEqual({ ...changed, reason: null, isReasonErased: true });
    expect(erasure).toMatchObject({
      ...{ action: 'REASON_ERASED', reason: null, isReasonErased: false, actor: { id: admin.id } },
      changes: { position: { from: null, to: changed?.link.position } },
    });
    const { body } = await admin.get(`/companies/${id}/history`).expect(200);
    expect((body.data as { reason: string | null }[]).map(({ reason }) => reason)).toEqual([null, null]);
    expect(await faults()).toEqual([]);
    await erase(changed?.id).expect(404);
    const { rows } = await owner.query('select position::int as position from erased_reasons');
    expect(rows).toContainEqual({ position: changed?.link.position });
  });

  it('of a merge goes from the merge, its history and its kept answer too', async () => {
    const [survivor, merged] = [await aCompany(admin), await aCompany(admin)];
    const said = { survivorId: survivor.id, mergedId: merged.id, reason: 'beide van Karel Karelsen' };
    const { body } = await admin.post('/merges', said).set('Idempotency-Key', 'merge-karel').expect(201);
    const [entry] = await trailOf(String(body.id));
    await erase(entry?.id).expect(204);
    expect(await everythingKept(owner)).not.toContain('Karel Karelsen');
    expect((await admin.get(`/merges/${String(body.id)}`).expect(200)).body.reason).toBeNull();
    expect(await faults()).toEqual([]);
  });

  it('is erased with nothing but a number of an entry: no reason of its own', async () => {
    const { id } = await changedBecauseOf('gewoon');
    const [entry] = await trailOf(id);
    await admin.delete(`/audit-events/${entry?.id ?? ''}/reason?reason=x`, 1).expect(400);
    await erase('999999999').expect(404);
    await erase('0').expect(400);
  });

  it.each([
    ['erased without a trace', 'reason = null, reason_salt = null', /The reason of link \d+ is gone/],
    ['another one', `reason = 'anders'`, /The reason of link \d+ was changed/],
    ['of another digest', `reason = null, reason_digest = sha256('x')`, /Link \d+ itself was changed/],
  ])('is missed by whoever verifies: %s', async (_, change, fault) => {
    await changedBecauseOf('zeker weten');
    const statement = `update audit_links set ${change} where position = (select position from audit_head)`;
    expect((await foundAfter(owner, statement)).join(' ')).toMatch(fault);
  });

  it('leaves the rest of its link verified', async () => {
    const { id } = await changedBecauseOf('vervalt');
    const [entry] = await trailOf(id);
    await erase(entry?.id).expect(204);
    const position = entry?.link.position ?? 0;
    const at = `position = ${position}`;
    const told = await foundAfter(owner, `update audit_links set actor_name = 'nobody' where ${at}`);
    expect(told).toEqual([`Link ${position} itself was changed.`]);
    const forged = `update audit_links set reason = 'verzonnen', reason_salt = 'x' where ${at}`;
    expect(await foundAfter(owner, forged)).toEqual([`The reason of link ${position} was changed.`]);
  });
});

describe('a register whose chain covers the texts of reasons', () => {
  const BEFORE = '20261128235200_erased_reasons_from_the_trail';

  async function formerRegister(): Promise<pg.PoolClient> {
    const database = await createEmptyDatabase();
    onTestFinished(() => database.drop());
    await migratedUntil(database.ownerUrl, BEFORE);
    const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
    const client = await pool.connect();
    onTestFinished(() => {
      client.release();
      return pool.end();
    });
    await client.query(`begin; select announce_author(null, 'Test', null, 'voor ${NAME}');
      insert into companies (name, match_name) values ('Een', 'een'), ('Twee', 'twee');
      insert into merges (survivor_id, merged_id, reason)
      select a.id, b.id, 'voor ${NAME}' from companies a, companies b where a.name = 'Een' and b.name = 'Twee';
      commit`);
    await client.query(`begin; select announce_author(null, 'Test', null, 'blijft');
      update companies set website = 'https://een.example' where name = 'Een'; commit`);
    await migrate(database.ownerUrl);
    return client;
  }
  const verified = (client: pg.PoolClient) => verifyChain(client);
  const OLD =
    '(select l.position from audit_links l where form = 1 and reason_digest is not null order by 1 limit 1)';

  it('comes along: an old reason is erased, and everything but it is still verified', async () => {
    const client = await formerRegister();
    expect((await verified(client)).faults).toEqual([]);
    await client.query(
      `select erase_reason(min(e.id)) from audit_events e join audit_links l on l.id = e.link_id
        where l.reason = 'voor ${NAME}'`,
    );
    expect(await everythingKept(client)).not.toContain(NAME);
    expect(await everythingKept(client)).toContain('blijft');
    expect((await verified(client)).faults).toEqual([]);
    for (const [change, fault] of [
      [`update audit_links set actor_name = 'nobody' where position = ${OLD}`, /Link \d+ itself was changed/],
      [
        `update audit_events set after = after || '{"survivor_id": null}' where kept_digest is not null`,
        /An entry of link \d+ was changed/,
      ],
      [
        `update audit_links set resealed = sha256('x') where position = ${OLD}`,
        /digests of what was there before .* were changed/,
      ],
      [`delete from audit_events where action = 'REASON_ERASED'`, /no erasure of it is in the trail/],
    ] as const)
      expect((await foundAfter(client, change)).join(' '), change).toMatch(fault);
  });

  it('is verified over the text for as long as that is there', async () => {
    const client = await formerRegister();
    const other = `update audit_links set reason = 'anders', reason_digest = sha256(reason_salt || 'anders')
                    where position = ${OLD}`;
    expect((await foundAfter(client, other)).join(' ')).toMatch(/Link \d+ itself was changed/);
  });
});
