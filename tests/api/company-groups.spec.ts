import type { FiguresAnswer } from '@fieldlab/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../support/catalogue';
import { aCentre, aCompany, anActivity, anAttendance, aParticipation, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
});
afterAll(() => register.close());

const version = async (id: string): Promise<number> =>
  ((await admin.get(`/companies/${id}`).expect(200)).body as Made).version;
const change = async (id: string, values: object, effectiveOn?: string) =>
  admin.patch(
    `/companies/${id}${effectiveOn === undefined ? '' : `?effectiveOn=${effectiveOn}`}`,
    await version(id),
    values,
  );

describe('the group of a company', () => {
  it('is kept with its periods and its history', async () => {
    const [first, second] = [
      await aCompany(admin, { name: 'Eerst' }),
      await aCompany(admin, { name: 'Later' }),
    ];
    const { id } = await aCompany(admin, { groupId: first.id });
    expect((await change(id, { groupId: second.id }, '2020-01-01')).status).toBe(200);
    expect((await change(id, { sizeClass: 'SMALL' }, '2021-01-01')).status).toBe(200);
    const { body } = await admin.get(`/companies/${id}`).expect(200);
    expect(body).toMatchObject({ groupId: second.id, sizeClass: 'SMALL' });
    const groups = await admin.get(`/companies/${id}/groups`).expect(200);
    expect(groups.body).toEqual({
      data: [
        { groupId: second.id, groupName: 'Later', validFrom: '2020-01-01', validTo: null },
        { groupId: first.id, groupName: 'Eerst', validFrom: null, validTo: '2020-01-01' },
      ],
      total: 2,
    });
    const history = await admin.get(`/companies/${id}/history`).expect(200);
    expect(history.body.data[1].changes).toMatchObject({ groupId: { from: first.id, to: second.id } });
    expect((await change(id, { groupId: null }, '2022-01-01')).body).toMatchObject({ groupId: null });
    expect((await admin.get(`/companies/${id}/groups`)).body.data[0]).toMatchObject({
      validTo: '2022-01-01',
    });
  });

  it('is a company that is there', async () => {
    const answer = await admin.post('/companies', {
      ...{ name: 'Los', groupId: '019300aa-0000-7000-8000-000000000000' },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ path: 'groupId' }]);
  });

  it('never leads back to itself, and the refusal names the chain', async () => {
    const a = await aCompany(admin, { name: 'Aa' });
    const b = await aCompany(admin, { name: 'Bee', groupId: a.id });
    const c = await aCompany(admin, { name: 'Cee', groupId: b.id });
    const answer = await change(a.id, { groupId: c.id });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'GROUP_CYCLE' });
    expect(answer.body.detail).toContain('Aa → Cee → Bee → Aa');
    // At a time when the others have a parent no more, nothing leads back.
    expect((await change(b.id, { groupId: null }, '2020-01-01')).status).toBe(200);
    expect((await change(a.id, { groupId: c.id }, '2020-01-01')).status).toBe(200);
    expect((await change(a.id, { groupId: c.id }, '2019-12-31')).status).toBe(409);
  });

  it('keeps a ring from being made by a merge, or by taking one back', async () => {
    const [a, b] = [await aCompany(admin), await aCompany(admin)];
    const c = await aCompany(admin, { groupId: a.id });
    expect((await change(b.id, { groupId: c.id })).status).toBe(200);
    const merge = await admin.post('/merges', { survivorId: b.id, mergedId: a.id });
    expect(merge.status).toBe(409);
    expect(merge.body.code).toBe('GROUP_CYCLE');
    // A parent that turns out to be the firm itself is no parent.
    const own = await admin.post('/merges', { survivorId: c.id, mergedId: a.id });
    expect(own.status).toBe(201);
  });

  it('is named to who would delete it', async () => {
    const parent = await aCompany(admin);
    const child = await aCompany(admin, { groupId: parent.id });
    const refused = await admin.delete(`/companies/${parent.id}`, parent.version);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'HAS_DEPENDANTS' });
    expect(refused.body.detail).toContain('1');
    await admin.delete(`/companies/${child.id}`, child.version).expect(204);
    await admin.delete(`/companies/${parent.id}`, parent.version).expect(204);
  });
});

describe('countBy=group', () => {
  const made: Record<string, Made> = {};
  const YEAR = 'from=2019-01-01&asOf=2019-12-31';

  beforeAll(async () => {
    const { id: centreId } = await aCentre(admin, { code: 'FL-G' });
    const add = async (name: string, values: object = {}) =>
      (made[name] = await aCompany(admin, { name, ...values }));
    const holding = await add('Holding', { organisationType: 'OTHER' });
    const works = await add('Works', { groupId: holding.id, province: 'NL-OV' });
    const lab = await add('Lab', { groupId: works.id, province: 'NL-GE' });
    const alone = await add('Alone', { province: 'NL-OV' });
    const visitor = await add('Visitor', { groupId: holding.id });
    await aParticipation(admin, works.id, centreId, { startedOn: '2018-05-01' });
    await aParticipation(admin, lab.id, centreId, { startedOn: '2019-05-01' });
    await aParticipation(admin, alone.id, centreId, { startedOn: '2019-05-01', level: 'PARTNER' });
    const { id } = await anActivity(admin, centreId, { heldOn: '2019-06-01' });
    await anAttendance(admin, id, visitor.id);
  });

  const figures = async (query: string): Promise<FiguresAnswer> =>
    (await admin.get(`/figures?${YEAR}&scope=centre:FL-G&${query}`).expect(200)).body as FiguresAnswer;
  const values = ({ figures: all }: FiguresAnswer) =>
    Object.fromEntries(all.map(({ indicator, value }) => [indicator, value]));

  it('counts each group once, and answers the figures that count groups alone', async () => {
    const answer = await figures('countBy=group');
    expect(answer.countBy).toBe('group');
    expect(values(answer)).toEqual({
      ...{ companies_reached: 2, companies_participated: 2, companies_participating: 2, companies_new: 1 },
    });
    const byCompany = await figures(
      'countBy=company&indicator=companies_participated&indicator=companies_new',
    );
    expect(byCompany).not.toHaveProperty('countBy');
    expect(values(byCompany)).toEqual({ companies_participated: 3, companies_new: 2 });
  });

  it('lists the firms at their heads', async () => {
    const path = `/figures/companies_participated/members?${YEAR}&scope=centre:FL-G&countBy=group`;
    const { body } = await admin.get(path).expect(200);
    expect(body.data).toEqual([
      { resource: 'companies', id: made.Alone?.id, label: 'Alone' },
      { resource: 'companies', id: made.Holding?.id, label: 'Holding' },
    ]);
    const inOverijssel = await admin.get(`${path}&by=province&key=NL-GE`).expect(200);
    expect(inOverijssel.body).toMatchObject({ data: [{ label: 'Holding' }], total: 1 });
  });

  it.each([
    ['province', { 'NL-GE': 1, 'NL-OV': 2 }],
    ['level', { PARTICIPANT: 1, PARTNER: 1 }],
    ['year', { '2019': 2 }],
  ])('has a group in each cell in which one of its companies lies, by %s', async (by, cells) => {
    const { figures: all } = await figures(`countBy=group&indicator=companies_participated&by=${by}`);
    expect(all[0]?.value).toBe(2);
    expect(Object.fromEntries(all[0]?.breakdown?.map(({ key, value }) => [key, value]) ?? [])).toEqual(cells);
  });

  it.each([
    ['an indicator that counts no companies', 'countBy=group&indicator=jobs'],
    ['pairs', 'countBy=group&indicator=participations'],
    ['a share', 'countBy=group&indicator=companies_new&indicator=sme_share'],
    ['something else', 'countBy=household'],
  ])('refuses %s', async (_, query) => {
    const { body } = await admin.get(`/figures?${query}`).expect(400);
    expect(body.errors).toMatchObject([{ path: 'countBy' }]);
  });

  it('stays what it was known to be', async () => {
    const before = await figures('countBy=group&indicator=companies_participated');
    const works = made.Works?.id ?? '';
    expect((await change(works, { groupId: null })).status).toBe(200);
    expect(values(await figures('countBy=group&indicator=companies_participated'))).toEqual({
      companies_participated: 2,
    });
    const members = async (more: string) =>
      (
        await admin.get(
          `/figures/companies_participated/members?${YEAR}&scope=centre:FL-G&countBy=group${more}`,
        )
      ).body.data as { label: string }[];
    expect((await members('')).map(({ label }) => label)).toEqual(['Alone', 'Works']);
    expect((await members(`&knownAt=${before.knownAt}`)).map(({ label }) => label)).toEqual([
      'Alone',
      'Holding',
    ]);
  });
});

describe('a write that names a parent, beside a merge', () => {
  /** Holds the lock that a merge takes first until `write` waits for it; answers whether it took companies before. */
  async function besideMerge(ids: readonly string[], write: () => Promise<{ status: number }>) {
    const waits = async (): Promise<number> => {
      const { rows } = await register.database.pool.query<{ waiting: number }>(
        `select count(*)::int as waiting from pg_locks l join pg_database d on d.oid = l.database
          where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`,
      );
      return rows[0]?.waiting ?? 0;
    };
    return withClient(register.ownerUrl, async (merge) => {
      await merge.query('begin');
      await merge.query('select lock_merges()');
      const written = write();
      await expect.poll(waits).toBe(1);
      // The merge takes them without waiting: otherwise both would wait for each other.
      await merge.query('select from companies where id = any($1) for update nowait', [ids]);
      await merge.query('commit');
      return (await written).status;
    });
  }

  it('takes no company before it waits for the merge', async () => {
    const [parent, child] = [await aCompany(admin), await aCompany(admin)];
    const ids = [parent.id, child.id];
    expect(await besideMerge(ids, () => change(child.id, { groupId: parent.id }))).toBe(200);
    expect(await besideMerge(ids, () => change(child.id, { sizeClass: 'SMALL' }, '2021-01-01'))).toBe(200);
    const posted = async () => admin.post('/companies', { name: 'Dochter', groupId: parent.id });
    expect(await besideMerge(ids, posted)).toBe(201);
    const undone = async () => admin.delete(`/companies/${child.id}/change`, await version(child.id));
    expect(await besideMerge(ids, undone)).toBe(200);
    await admin.delete(`/companies/${child.id}`, await version(child.id)).expect(204);
    const restored = async () => admin.post(`/companies/${child.id}/restore`);
    expect(await besideMerge(ids, restored)).toBe(200);
  });
});
