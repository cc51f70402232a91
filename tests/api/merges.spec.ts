import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aCentre,
  aCompany,
  anActivity,
  anAttendance,
  anInvestment,
  anOutcome,
  aParticipation,
  kvkNumber,
  type Made,
} from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

const ALL = '?asOf=2021-01-01&from=2015-01-01';
let register: TestRegister;
let admin: Caller;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  await admin.patch('/programme', 0, { name: 'P', startedOn: '2015-01-01' }).expect(200);
});
afterAll(() => register.close());

const read = async (path: string): Promise<Made> => (await admin.get(path).expect(200)).body as Made;
const listed = async (path: string): Promise<Made[]> => (await read(path)).data as Made[];
const merge = async (survivor: Made, merged: Made, more: object = {}): Promise<Made> =>
  (await admin.post('/merges', { survivorId: survivor.id, mergedId: merged.id, ...more }).expect(201))
    .body as Made;
const takeBack = (made: Made, query = '') => admin.delete(`/merges/${made.id}${query}`, made.version);

interface Answer {
  knownAt: string;
  figures: { indicator: string; value: unknown; breakdown?: { key: string; value: unknown }[] }[];
}
const figures = async (query = ''): Promise<Answer> =>
  (await admin.get(`/figures${ALL}${query}`).expect(200)).body as Answer;
const valueOf = ({ figures: all }: Answer, code: string): unknown =>
  all.find(({ indicator }) => indicator === code)?.value;

/** Two companies in one centre, with overlapping participations and an attendance each. */
async function twins(values: [object, object] = [{}, {}]): Promise<[Made, Made, Made]> {
  const centre = await aCentre(admin);
  const [one, other] = [await aCompany(admin, values[0]), await aCompany(admin, values[1])];
  await aParticipation(admin, one.id, centre.id, { startedOn: '2019-01-01', endedOn: '2020-06-01' });
  await aParticipation(admin, other.id, centre.id, { startedOn: '2020-01-01', level: 'PARTNER' });
  const activity = await anActivity(admin, centre.id);
  for (const { id } of [one, other]) await anAttendance(admin, activity.id, id);
  return [one, other, centre];
}

describe('a merge', () => {
  it('is a statement with an actor and a reason, and is answered, listed and read', async () => {
    const [survivor, merged] = await twins();
    const answer = await admin
      .post('/merges', { survivorId: survivor.id, mergedId: merged.id, reason: 'Zelfde firma' })
      .expect(201);
    expect(answer.headers.etag).toBe('"1"');
    const made = answer.body as Made;
    expect(made).toMatchObject({
      ...{ version: 1, survivorId: survivor.id, mergedId: merged.id, reason: 'Zelfde firma' },
      ...{ survivorName: survivor.name, mergedName: merged.name, actorName: admin.name, fields: [] },
    });
    expect(await read(`/merges/${made.id}`)).toEqual(made);
    expect(await listed(`/merges?survivorId=${survivor.id}`)).toEqual([made]);
    expect(await listed(`/companies/${merged.id}/history`)).toMatchObject([
      { reason: 'Zelfde firma', changes: { mergedIntoId: { from: null, to: survivor.id } } },
      {},
    ]);
    const trail = await listed(`/audit-events?recordId=${made.id}`);
    expect(trail).toMatchObject([{ resource: 'merges', action: 'CREATE' }]);
  });

  it('makes one company of two in every figure, and counts what overlaps once', async () => {
    const [survivor, merged, centre] = await twins();
    const scope = `&scope=centre:${String(centre.code)}`;
    const before = await figures(scope);
    expect(valueOf(before, 'companies_participated')).toBe(2);
    await merge(survivor, merged);
    const after = await figures(scope);
    for (const code of ['companies_reached', 'companies_participated', 'companies_new', 'participations'])
      expect(valueOf(after, code), code).toBe(1);
    expect(valueOf(after, 'people_trained')).toBe(6);
    expect((await figures(`${scope}&knownAt=${before.knownAt}`)).figures).toEqual(before.figures);
  });

  it('is explained where two figures differ by it', async () => {
    const [survivor, merged, centre] = await twins();
    const { knownAt } = await figures();
    await merge(survivor, merged);
    const side = (name: string, known: string) =>
      `${name}=companies_participated&${name}.asOf=2021-01-01&${name}.from=2015-01-01&${name}.scope=centre:${String(centre.code)}${known}`;
    const bridge = await read(
      `/figures/reconciliation?${side('left', `&left.knownAt=${knownAt}`)}&${side('right', '')}`,
    );
    expect(bridge).toMatchObject({
      left: { value: 2 },
      right: { value: 1 },
      steps: [{ change: -1, total: 1 }],
    });
    expect(JSON.stringify(bridge.steps)).toMatch(/merged/i);
  });

  it('leaves records where they point, and shows the survivor’s name with them', async () => {
    const [survivor, merged, centre] = await twins();
    await anInvestment(admin, centre.id, { companyId: merged.id });
    await anOutcome(admin, merged.id, [centre.id]);
    await merge(survivor, merged);
    for (const path of ['participations', 'attendances', 'investments', 'outcomes']) {
      const own = await listed(`/${path}?companyId=${merged.id}`);
      expect(own, path).toMatchObject([{ companyId: merged.id, companyName: survivor.name }]);
      const ids = (await listed(`/${path}?companyId=${survivor.id}`)).map(({ id }) => id);
      expect(ids, path).toContain(own[0]?.id);
    }
  });

  it('does not move a record whose company is sent as it is', async () => {
    const [survivor, merged] = await twins();
    await merge(survivor, merged);
    const [own] = await listed(`/participations?companyId=${merged.id}`);
    if (!own) throw new Error('It has a participation.');
    const { body } = await admin
      .patch(`/participations/${own.id}`, own.version, { companyId: merged.id, note: 'x' })
      .expect(200);
    expect(body).toMatchObject({ companyId: merged.id, note: 'x' });
  });

  it('makes the merged company unwritable, and says which one to write', async () => {
    const [survivor, merged] = await twins();
    await merge(survivor, merged);
    const { version } = await read(`/companies/${merged.id}`);
    for (const answer of [
      await admin.patch(`/companies/${merged.id}`, version, { name: 'x' }).expect(409),
      // Also to who saw it before the merge, and would only be told to read it again.
      await admin.patch(`/companies/${merged.id}`, version - 1, { name: 'x' }).expect(409),
      await admin.delete(`/companies/${merged.id}`, version).expect(409),
      await admin
        .post('/merges', { survivorId: merged.id, mergedId: (await aCompany(admin)).id })
        .expect(409),
      await admin
        .post('/merges', { survivorId: (await aCompany(admin)).id, mergedId: merged.id })
        .expect(409),
    ])
      expect(answer.body).toMatchObject({
        code: 'MERGED_AWAY',
        about: { survivorId: survivor.id, survivorName: survivor.name },
      });
  });

  it('chains, and never cycles', async () => {
    const [a, b, c] = [await aCompany(admin), await aCompany(admin), await aCompany(admin)];
    await merge(b, a);
    await merge(c, b);
    expect(await read(`/companies/${a.id}`)).toMatchObject({ mergedIntoId: b.id });
    for (const [survivorId, mergedId] of [
      [a.id, c.id],
      [a.id, a.id],
      [b.id, a.id],
    ]) {
      const answer = await admin.post('/merges', { survivorId, mergedId }).expect(409);
      expect(answer.body.code).toBe('MERGE_CYCLE');
    }
  });

  it('is refused with every fault at once, and of a deleted company', async () => {
    const [one, gone] = [await aCompany(admin), await aCompany(admin)];
    await admin.delete(`/companies/${gone.id}`, 1).expect(204);
    const answer = await admin
      .post('/merges', { survivorId: gone.id, mergedId: one.id, fields: ['shoeSize'] })
      .expect(400);
    expect((answer.body.errors as Made[]).map(({ path }) => path).sort()).toEqual(['fields.0', 'survivorId']);
    await admin.post('/merges', { survivorId: one.id }).expect(400);
    await admin.get('/merges?shoeSize=1').expect(400);
  });

  it('happens once for one key', async () => {
    const [survivor, merged] = await twins();
    const send = () =>
      admin
        .post('/merges', { survivorId: survivor.id, mergedId: merged.id })
        .set('Idempotency-Key', merged.id);
    const first = await send().expect(201);
    expect((await send().expect(201)).body).toEqual(first.body);
  });

  it('is the administrator’s', async () => {
    const [survivor, merged, centre] = await twins();
    const made = await merge(survivor, merged);
    for (const caller of [await register.as('COORDINATOR', centre.id), await register.as('EVALUATOR')]) {
      await caller.get(`/merges/${made.id}`).expect(200);
      await caller.delete(`/merges/${made.id}`, 1).expect(403);
      await caller.post('/merges', { survivorId: survivor.id, mergedId: merged.id }).expect(403);
    }
  });

  it('is one of two that are made at once', async () => {
    const [one, other] = [await aCompany(admin), await aCompany(admin)];
    const answers = await Promise.all([
      admin.post('/merges', { survivorId: one.id, mergedId: other.id }),
      admin.post('/merges', { survivorId: other.id, mergedId: one.id }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('the effect of a merge', () => {
  it('is told without merging: every figure before and after, what hangs from either, where they overlap', async () => {
    const [survivor, merged, centre] = await twins([{ sizeClass: 'LARGE' }, { sizeClass: 'SMALL' }]);
    const input = { survivorId: survivor.id, mergedId: merged.id, fields: ['sizeClass'] };
    const today = (await admin.get('/figures').expect(200)).body as Answer;
    const { body } = await admin.post('/merges/effect', input).expect(200);
    const effect = body as { figures: { indicator: string; before: unknown; after: unknown }[] };
    const at = (code: string) => effect.figures.find(({ indicator }) => indicator === code);
    for (const { indicator, value } of today.figures) expect(at(indicator)?.before, indicator).toEqual(value);
    const before = Number(valueOf(today, 'companies_participated'));
    expect(at('companies_participated')).toMatchObject({ before, after: before - 1 });
    expect(body).toMatchObject({
      records: {
        survivor: { participations: 1, attendances: 1 },
        merged: { participations: 1, outcomes: 0 },
      },
      overlapsIn: [centre.name],
    });
    const now = (await admin.get('/figures').expect(200)).body as Answer;
    expect([now.knownAt, now.figures]).toEqual([today.knownAt, today.figures]);
    expect(await read(`/companies/${merged.id}`)).toMatchObject({ mergedIntoId: null, version: 1 });
    await merge(survivor, merged, { fields: ['sizeClass'] });
    const then = (await admin.get('/figures').expect(200)).body as Answer;
    for (const { indicator, value } of then.figures) expect(at(indicator)?.after, indicator).toEqual(value);
    await admin.post('/merges/effect', input).expect(409);
  });
});

describe('what the survivor takes over', () => {
  it('is its own from then on, and given back with the merge', async () => {
    const [kept, other] = [kvkNumber(), kvkNumber()];
    const [survivor, merged] = await twins([
      { municipality: 'Zwolle', sizeClass: 'LARGE', kvkNumber: kept },
      {
        municipality: 'Deventer',
        sizeClass: 'SMALL',
        kvkNumber: other,
        sbiCode: '2562',
        website: 'https://x.nl',
      },
    ]);
    const before = [await read(`/companies/${survivor.id}`), await read(`/companies/${merged.id}`)];
    const sums = await figures();
    const fields = ['municipality', 'sizeClass', 'kvkNumber', 'sbiCode', 'website'];
    const made = await merge(survivor, merged, { fields });
    expect(made.fields).toEqual([...fields.slice(0, 4), 'sbiVersion', 'website']);
    expect(await read(`/companies/${survivor.id}`)).toMatchObject({
      ...{ municipality: 'Deventer', sizeClass: 'SMALL', kvkNumber: other, sbiCode: '2562' },
      ...{ website: 'https://x.nl', name: survivor.name },
    });
    for (const number of [kept, other]) {
      expect(await listed(`/companies?q=${number}`)).toMatchObject([{ id: survivor.id }]);
      await admin.post('/companies', { name: 'Ander', kvkNumber: number }).expect(409);
    }
    await takeBack(made).expect(204);
    const facts = ({ version: _, updatedAt: __, ...rest }: Made) => rest;
    expect(
      [await read(`/companies/${survivor.id}`), await read(`/companies/${merged.id}`)].map(facts),
    ).toEqual(before.map(facts));
    expect((await figures()).figures).toEqual(sums.figures);
    for (const [number, id] of [
      [kept, survivor.id],
      [other, merged.id],
    ])
      expect(await listed(`/companies?q=${number}`)).toMatchObject([{ id }]);
  });

  it.each(['keep', 'restore'] as const)('is asked about when it was edited since: %s', async (choice) => {
    const number = kvkNumber();
    const [survivor, merged] = await twins([
      { municipality: 'Zwolle', website: 'https://was.nl' },
      { municipality: 'Deventer', website: 'https://is.nl', kvkNumber: number },
    ]);
    const made = await merge(survivor, merged, { fields: ['municipality', 'website', 'kvkNumber'] });
    const { version } = await read(`/companies/${survivor.id}`);
    await admin.patch(`/companies/${survivor.id}`, version, { website: 'https://wordt.nl' }).expect(200);
    const refused = await takeBack(made).expect(409);
    expect(refused.body).toMatchObject({
      code: 'EDITED_SINCE_MERGE',
      errors: [{ path: 'website' }],
      about: { companyFields: 'website' },
    });
    expect(await read(`/companies/${merged.id}`)).toMatchObject({ mergedIntoId: survivor.id });
    await takeBack(made, '?fields=maybe').expect(400);
    await takeBack(made, `?fields=${choice}`).expect(204);
    expect(await read(`/companies/${survivor.id}`)).toMatchObject({
      ...{ municipality: 'Zwolle', kvkNumber: null },
      website: choice === 'keep' ? 'https://wordt.nl' : 'https://was.nl',
    });
    expect(await read(`/companies/${merged.id}`)).toMatchObject({ mergedIntoId: null, kvkNumber: number });
  });

  it('counts as edited when a new period of it began since', async () => {
    const [survivor, merged] = await twins([{ sizeClass: 'LARGE' }, { sizeClass: 'SMALL' }]);
    const made = await merge(survivor, merged, { fields: ['sizeClass'] });
    const { version } = await read(`/companies/${survivor.id}`);
    await admin
      .patch(`/companies/${survivor.id}?effectiveOn=2020-01-01`, version, { municipality: 'Zwolle' })
      .expect(200);
    expect((await takeBack(made).expect(409)).body.about).toEqual({ companyFields: 'sizeClass' });
    await takeBack(made, '?fields=keep').expect(204);
    expect(await read(`/companies/${survivor.id}`)).toMatchObject({ sizeClass: 'SMALL' });
  });

  it('must make a company that could be', async () => {
    const [survivor, merged] = await twins([{}, { country: 'DE', foreignNumber: 'HRB 1' }]);
    const body = { survivorId: survivor.id, mergedId: merged.id };
    await admin.post('/merges', { ...body, fields: ['foreignNumber'] }).expect(400);
    const made = await merge(survivor, merged, { fields: ['country', 'foreignNumber'] });
    expect(await read(`/companies/${survivor.id}`)).toMatchObject({ country: 'DE', foreignNumber: 'HRB 1' });
    await takeBack(made).expect(204);
    expect(await read(`/companies/${survivor.id}`)).toMatchObject({ country: 'NL', foreignNumber: null });
    expect(await read(`/companies/${merged.id}`)).toMatchObject({ country: 'DE', foreignNumber: 'HRB 1' });
  });
});

describe('taking a merge back', () => {
  it('needs the version that was seen, and stays readable', async () => {
    const [survivor, merged] = await twins();
    const made = await merge(survivor, merged);
    await admin.delete(`/merges/${made.id}`, 7).expect(412);
    await takeBack(made, '?reason=vergist').expect(204);
    await admin.get(`/merges/${made.id}`).expect(404);
    await admin.delete(`/merges/${made.id}`, 2).expect(404);
    expect(await listed(`/merges/${made.id}/history`)).toMatchObject([
      { reason: 'vergist', changes: { deleted: { to: true } } },
      { version: 1 },
    ]);
    expect(await listed(`/companies/${merged.id}/history`)).toMatchObject([
      { reason: 'vergist', changes: { mergedIntoId: { from: survivor.id, to: null } } },
      {},
      {},
    ]);
    await merge(merged, survivor);
  });

  it('works from the middle of a chain, and from its end', async () => {
    const [a, b, c] = [
      await aCompany(admin, { municipality: 'A' }),
      await aCompany(admin, { municipality: 'B' }),
      await aCompany(admin, { municipality: 'C' }),
    ];
    const first = await merge(b, a, { fields: ['municipality'] });
    const second = await merge(c, b, { fields: ['municipality'] });
    expect(await read(`/companies/${c.id}`)).toMatchObject({ municipality: 'A' });
    await takeBack(first).expect(204);
    await takeBack(second).expect(204);
    for (const one of [a, b, c])
      expect(await read(`/companies/${one.id}`)).toMatchObject({
        mergedIntoId: null,
        municipality: one.municipality,
      });
  });
});

describe('a company that others were merged into', () => {
  it('is not deleted before them, and is found by all their numbers', async () => {
    const number = kvkNumber();
    const [survivor, merged] = [await aCompany(admin), await aCompany(admin, { kvkNumber: number })];
    await merge(survivor, merged);
    const answer = await admin.delete(`/companies/${survivor.id}`, 1).expect(409);
    expect(answer.body).toMatchObject({ code: 'HAS_DEPENDANTS', about: { companies: '1' } });
    expect(answer.body.about).not.toHaveProperty('merges');
    expect(await listed(`/companies?q=${number}`)).toMatchObject([{ id: survivor.id }]);
  });
});
