import { Housekeeping } from '@api/platform/housekeeping/housekeeping.service';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startKvkServer, type KvkServer } from '../support/kvk-server';
import { aCentre, aCompany, aParticipation, kvkNumber, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

interface Proposal {
  id: string;
  version: number;
  companyId: string;
  companyName: string;
  readAt: string;
  status: string;
  changes: { field: string; from: string | null; to: string; decision: string | null }[];
  running: { own: number; others: number };
}

/** As KvK has Donald. */
const DONALD = { kvkNumber: '68750110', name: 'Test Donald', legalForm: 'BV' };
const AT_HOME = { postcode: '8823 SJ', municipality: 'Súdwest-Fryslân', province: 'NL-FR' };
const MOVED = { postcode: '8011 PK', municipality: 'Zwolle', province: 'NL-OV' };

describe('what a business register proposes', () => {
  let kvk: KvkServer;
  let register: TestRegister;
  let admin: Caller;
  let mine: Caller;
  let theirs: Caller;
  let centre: Made;
  let other: Made;
  let donald: Made;
  let dagobert: Made;

  beforeAll(async () => {
    kvk = await startKvkServer();
    register = await startTestRegister({ businessRegisters: { kvk: kvk.access } });
    admin = await register.as('ADMIN');
    [centre, other] = [await aCentre(admin), await aCentre(admin)];
    mine = await register.as('COORDINATOR', centre.id);
    theirs = await register.as('COORDINATOR', other.id);
    donald = await aCompany(admin, { ...DONALD, ...AT_HOME });
    await aParticipation(admin, donald.id, centre.id);
  });
  beforeEach(() => kvk.says(undefined));
  afterAll(async () => {
    await register.close();
    await kvk.close();
  });

  const check = async () =>
    (await admin.post('/register-checks').expect(202)).body as Record<string, unknown>;
  const proposals = async (caller: Caller, companyId: string): Promise<Proposal[]> =>
    (await caller.get(`/register-proposals?companyId=${companyId}`).expect(200)).body.data as Proposal[];
  const only = async (companyId = donald.id): Promise<Proposal> => {
    const [proposal, ...more] = await proposals(admin, companyId);
    expect(more).toEqual([]);
    if (!proposal) throw new Error('Nothing is proposed.');
    return proposal;
  };
  const decide = ({ id, version }: Proposal, decision: object, by = admin) =>
    by.patch(`/register-proposals/${id}`, version, decision);
  const read = async (path: string) => (await admin.get(path).expect(200)).body as Record<string, unknown>;
  const move = async (address: object) => {
    const { version } = await read(`/companies/${donald.id}`);
    await admin.patch(`/companies/${donald.id}`, version as number, address).expect(200);
  };

  it('is nothing where the register says the same in other words', async () => {
    const state = await check();
    expect(state).toMatchObject({ isConnected: true, perNight: 10, companies: 1, unchecked: 0, unknown: 0 });
    expect(state.last).toMatchObject({ checked: 1, proposed: 0, stoppedBy: null });
    expect(await proposals(admin, donald.id)).toEqual([]);
  });

  it('is looked for again at night', async () => {
    await register.app.get(Housekeeping).run();
    await register.app.get(Housekeeping).run();
    const { rows } = await register.database.pool.query<{ hours: number; hour: number }>(
      `select extract(epoch from start_after - now())::float8 / 3600 as hours,
              extract(hour from start_after at time zone programme_time_zone())::int as hour
         from job where name = 'check-companies' and state = 'created'`,
    );
    expect(rows).toHaveLength(1);
    // In a night in which clocks are put forward, two o'clock is three.
    expect([2, 3]).toContain(rows[0]?.hour);
    expect(rows[0]?.hours).toBeGreaterThan(0);
    // A night in which clocks are set back has an hour more.
    expect(rows[0]?.hours).toBeLessThanOrEqual(25);
  });

  it('is an address from which a firm moved, and changes nothing by itself', async () => {
    await move(MOVED);
    expect((await check()).last).toMatchObject({ checked: 1, proposed: 1 });
    const proposal = await only();
    expect(proposal).toMatchObject({ companyName: DONALD.name, register: 'KVK', status: 'OPEN' });
    expect(proposal.changes).toEqual([
      { field: 'postcode', from: '8011 PK', to: '8823 SJ', decision: null },
      { field: 'municipality', from: 'Zwolle', to: 'Lollum', decision: null },
      { field: 'province', from: 'NL-OV', to: 'NL-FR', decision: null },
    ]);
    expect(await read(`/companies/${donald.id}`)).toMatchObject(MOVED);
  });

  it('stays one when the register says it again', async () => {
    const before = await only();
    await check();
    expect(await only()).toEqual(before);
  });

  it('is seen by who answers for a centre of the firm, in the bell too, and by nobody else', async () => {
    expect(await proposals(mine, donald.id)).toHaveLength(1);
    expect(await proposals(theirs, donald.id)).toEqual([]);
    const { id } = await only();
    await theirs.get(`/register-proposals/${id}`).expect(404);
    const bell = await mine.get('/notifications').expect(200);
    expect(bell.body.data).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'REGISTER_DIFFERS', facts: { company: DONALD.name } },
        path: `/register-proposals?companyId=${donald.id}`,
      }),
    );
    const none = await theirs.get('/notifications').expect(200);
    expect(none.body.data).toEqual([]);
  });

  it('is decided upon by who may change companies, at the version that they saw', async () => {
    const proposal = await only();
    const evaluator = await register.as('EVALUATOR');
    await decide(proposal, { accept: ['postcode'] }, evaluator).expect(403);
    await decide(proposal, { accept: ['postcode'] }, theirs).expect(404);
    await decide({ ...proposal, version: 7 }, { accept: ['postcode'] }).expect(412);
    await decide(proposal, { accept: ['name'] }).expect(400);
    await decide(proposal, { accept: ['postcode'], decline: ['postcode'] }).expect(400);
  });

  it('changes what is accepted from the day it was read, says where it is from, and remembers what is declined', async () => {
    const proposal = await only();
    const { body } = await decide(
      proposal,
      { accept: ['postcode', 'province'], decline: ['municipality'] },
      mine,
    ).expect(200);
    expect(body).toMatchObject({ status: 'DECIDED', version: proposal.version + 1 });
    expect(await read(`/companies/${donald.id}`)).toMatchObject({
      ...{ postcode: '8823 SJ', municipality: 'Zwolle', province: 'NL-FR' },
    });
    const { data: profiles } = await read(`/companies/${donald.id}/profiles`);
    expect(profiles).toMatchObject([
      { validFrom: expect.stringMatching(/^\d{4}-/), postcode: '8823 SJ' },
      { validFrom: null, postcode: '8011 PK' },
    ]);
    const { data: history } = await read(`/companies/${donald.id}/history`);
    expect(history).toMatchObject([
      { reason: expect.stringMatching(/^(Uit het handelsregister|From the trade register) \(KVK\)/) },
      {},
      {},
    ]);
    await check();
    expect(await proposals(admin, donald.id)).toEqual([]);
    await decide(proposal, { accept: ['postcode'] }).expect(412);
  });

  it('proposes a declined value again once it is another, and corrects where that is asked for', async () => {
    await move(MOVED);
    await check();
    const proposal = await only();
    expect(proposal.changes.map(({ field }) => field)).toEqual(['postcode', 'province']);
    const before = (await read(`/companies/${donald.id}/profiles`)).total;
    await decide(proposal, { accept: ['postcode', 'province'], effectiveOn: null }).expect(200);
    expect((await read(`/companies/${donald.id}/profiles`)).total).toBe(before);
  });

  it('is superseded by what a later check finds, and refused where the company changed since', async () => {
    await move(MOVED);
    await check();
    const first = await only();
    await move({ postcode: '7411 KT' });
    await decide(first, { accept: ['postcode'] }).expect(412);
    await check();
    const next = await only();
    expect(next.id).not.toBe(first.id);
    expect(next.changes[0]).toMatchObject({ field: 'postcode', from: '7411 KT' });
    expect(await read(`/register-proposals/${first.id}`)).toMatchObject({ status: 'SUPERSEDED' });
    await decide({ ...first, version: first.version + 1 }, { accept: ['postcode'] }).expect(409);
  });

  it('is withdrawn where the register and we say the same again', async () => {
    await move(AT_HOME);
    await check();
    expect(await proposals(admin, donald.id)).toEqual([]);
  });

  it('is the end of a firm that the register ended: its participations, by whose they are, and then its number', async () => {
    dagobert = await aCompany(admin, { name: 'Test EMZ Dagobert', kvkNumber: '69599084' });
    const [own, elsewhere] = [
      await aParticipation(admin, dagobert.id, centre.id),
      await aParticipation(admin, dagobert.id, other.id),
    ];
    await check();
    const proposal = await only(dagobert.id);
    expect(proposal.changes).toContainEqual(
      expect.objectContaining({ field: 'endedOn', from: null, to: '2021-12-31' }),
    );
    expect((await proposals(mine, dagobert.id))[0]?.running).toEqual({ own: 1, others: 1 });
    const { body: half } = await decide(proposal, { accept: ['endedOn'] }, mine).expect(200);
    expect(half).toMatchObject({ status: 'OPEN', running: { own: 0, others: 1 } });
    expect(await read(`/participations/${own.id}`)).toMatchObject({ endedOn: '2022-01-01' });
    expect(await read(`/participations/${elsewhere.id}`)).toMatchObject({ endedOn: null });
    await decide(half as Proposal, { accept: ['endedOn', 'legalForm'] }).expect(200);
    expect(await read(`/participations/${elsewhere.id}`)).toMatchObject({ endedOn: '2022-01-01' });
    const { data: numbers } = await read(`/companies/${dagobert.id}/numbers`);
    expect(numbers).toMatchObject([{ number: '69599084', validFrom: null, validTo: '2022-01-01' }]);
    expect(await read(`/companies/${dagobert.id}`)).toMatchObject({ legalForm: 'EENMANSZAAK' });
    // What ended is not looked up any more, and its number still finds it.
    expect(await check()).toMatchObject({ companies: 1 });
    expect(await read('/companies?kvkNumber=69599084')).toMatchObject({ total: 1 });
  });

  it('is erased with a sole trader', async () => {
    const { rows } = await register.database.pool.query<{ total: number }>(
      'select count(*)::int as total from register_proposals where company_id = $1',
      [dagobert.id],
    );
    expect(rows).toEqual([{ total: 1 }]);
    await register.database.pool.query(`select erase_record('companies', $1)`, [dagobert.id]);
    const left = await register.database.pool.query('select from register_proposals where company_id = $1', [
      dagobert.id,
    ]);
    expect(left.rowCount).toBe(0);
  });

  it('tells of numbers that the register does not know', async () => {
    await aCompany(admin, { kvkNumber: '90000000' });
    expect(await check()).toMatchObject({ companies: 2, unknown: 1 });
  });

  it.each([
    ['refuses the key', { status: 403, body: '{}' }, 'REFUSED', 1],
    ['does not answer', { status: 500, body: '{}' }, 'UNREACHABLE', 3],
  ])(
    'stops for the night where the register %s, and goes on at the next check',
    async (_, answer, why, asked) => {
      for (let count = 0; count < 3; count += 1) await aCompany(admin, { kvkNumber: kvkNumber() });
      kvk.says(answer);
      const before = kvk.asked.length;
      expect((await check()).last).toMatchObject({ stoppedBy: why, checked: 0 });
      expect(kvk.asked.length - before).toBe(asked);
      kvk.says(undefined);
      expect((await check()).last).toMatchObject({ stoppedBy: null });
    },
  );
});

describe('without a business register', () => {
  let register: TestRegister;
  beforeAll(async () => {
    register = await startTestRegister();
  });
  afterAll(() => register.close());

  it('says that none is connected, and checks nothing', async () => {
    const admin = await register.as('ADMIN');
    const { body } = await admin.get('/register-checks').expect(200);
    expect(body).toMatchObject({ isConnected: false, perNight: 0, companies: 0, last: null });
    const refused = await admin.post('/register-checks').expect(409);
    expect(refused.body).toMatchObject({ code: 'BUSINESS_REGISTER_NOT_CONNECTED' });
    expect((await admin.get('/register-proposals').expect(200)).body).toEqual({ data: [], total: 0 });
  });
});
