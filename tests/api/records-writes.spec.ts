import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aCentre,
  aCompany,
  anActivity,
  anAttendance,
  aParticipation,
  aSpinOff,
  kvkNumber,
  type Made,
} from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

const NOBODY = '0192f0c1-2b3c-7def-8a1b-0123456789ab';
let register: TestRegister;
let admin: Caller;
let centre: Made;
let other: Made;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  [centre, other] = [await aCentre(admin), await aCentre(admin)];
});
afterAll(() => register.close());

const pathsOf = (body: { errors: { path: string }[] }): string[] =>
  body.errors.map(({ path }) => path).sort();

describe('a write', () => {
  it('makes a record, says its version, and reads it back', async () => {
    const made = await admin
      .post('/companies', {
        name: ' Nieuw BV ',
        kvkNumber: '11112222',
        sizeClass: 'SMALL',
        postcode: '5611 ab',
      })
      .expect(201);
    expect(made.headers.etag).toBe('"1"');
    expect(made.body).toMatchObject({
      name: 'Nieuw BV',
      country: 'NL',
      organisationType: 'BUSINESS',
      version: 1,
    });
    const read = await admin.get(`/companies/${made.body.id}`).expect(200);
    expect(read.body).toEqual(made.body);
    expect(read.headers.etag).toBe('"1"');
  });

  it('needs the version it is meant for', async () => {
    const { id } = await aCompany(admin);
    const bare = admin.patch(`/companies/${id}`, 1, { name: 'X' });
    bare.unset('If-Match');
    expect((await bare).status).toBe(428);
    await admin.patch(`/companies/${id}`, 2, { name: 'X' }).expect(412);
    await admin.patch(`/companies/${id}`, 1, { name: 'X' }).set('If-Match', 'x').expect(400);
    const done = await admin.patch(`/companies/${id}`, 1, { name: 'X' }).expect(200);
    expect(done.headers.etag).toBe('"2"');
    await admin.delete(`/companies/${id}`, 1).expect(412);
    const unchanged = await admin.patch(`/companies/${id}`, 2, { name: 'X' }).expect(200);
    expect(unchanged.body.version).toBe(2);
  });

  it('is refused for every fault of path, query and body at once', async () => {
    const { body } = await admin
      .patch('/participations/nonsense?unknown=1', 1, {
        level: 'HIGHEST',
        startedOn: '2021-02-30',
        companyId: NOBODY,
        centreId: { not: '' },
        extra: 1,
      })
      .expect(400);
    expect(pathsOf(body)).toEqual(['centreId', 'companyId', 'extra', 'id', 'level', 'startedOn', 'unknown']);
  });

  it('is refused for a period, references and rules at once', async () => {
    const { body } = await admin
      .post('/participations', {
        companyId: NOBODY,
        centreId: NOBODY,
        level: 'PARTNER',
        startedOn: '2020-01-02',
        endedOn: '2020-01-01',
      })
      .expect(400);
    expect(pathsOf(body)).toEqual(['centreId', 'companyId', 'endedOn']);
  });

  it.each([
    ['a list', []],
    ['an object for a text', { name: { not: '' } }],
    ['a list for a text', { name: ['x'] }],
    ['a number for a text', { name: 7 }],
    ['nothing', {}],
    ['an empty name', { name: '  ' }],
    ['a NUL', { name: 'a\u0000b' }],
    ['a long name', { name: 'x'.repeat(301) }],
    ['seven digits', { name: 'x', kvkNumber: '1234567' }],
    ['a huge number', { name: 'x', employees: 1e300 }],
    ['a part of a person', { name: 'x', employees: 1.5 }],
    ['a foreign number at home', { name: 'x', foreignNumber: '77' }],
    ['what is the server’s', { name: 'x', id: NOBODY, version: 7 }],
  ])('refuses %s for a company', async (_, sent) => {
    const { body } = await admin.post('/companies', sent).expect(400);
    expect(body.errors.length).toBeGreaterThan(0);
  });

  it.each([
    '{',
    '"',
    '[1,2',
    '{"name": "x"} extra',
    '{"a":1e999999}',
    '{"__proto__":{"name":"x"}}',
    '['.repeat(40_000),
  ])('refuses malformed JSON: %s', async (sent) => {
    const answer = await admin.post('/companies').type('json').send(sent);
    expect(answer.status).toBe(400);
    expect(answer.type).toBe('application/problem+json');
  });

  it('puts no hub under a hub, whichever of the two is said first', async () => {
    const hub = (await admin.post('/centres', { code: 'H-1', kind: 'HUB', name: 'H' }).expect(201))
      .body as Made;
    const inHub = { code: 'H-2', kind: 'HUB', name: 'H', hubId: hub.id };
    expect(pathsOf((await admin.post('/centres', inHub).expect(400)).body)).toEqual(['hubId']);
    const lab = (await admin.post('/centres', { ...inHub, kind: 'FIELDLAB' }).expect(201)).body as Made;
    await admin.patch(`/centres/${lab.id}`, 1, { kind: 'HUB' }).expect(400);
    await admin.patch(`/centres/${lab.id}`, 1, { kind: 'HUB', hubId: null }).expect(200);
    await admin.patch(`/centres/${lab.id}`, 2, { hubId: hub.id }).expect(400);
  });

  it('refuses nesting without end, with an Idempotency-Key too', async () => {
    const deep = `{"name":${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}}`;
    await admin.post('/companies').type('json').send(deep).expect(400);
    await admin.post('/companies').set('Idempotency-Key', 'deep').type('json').send(deep).expect(400);
  });

  it('takes years to their ends, and not beyond', async () => {
    const { id } = await aCompany(admin);
    const early = await aCentre(admin, { startedOn: '1900-01-01', endedOn: '2199-12-31' });
    expect(early).toMatchObject({ endedOn: '2199-12-31', lastDay: '2199-12-30' });
    const sent = { companyId: id, centreId: early.id, level: 'PARTNER' };
    await admin.post('/participations', { ...sent, startedOn: '1899-12-31' }).expect(400);
    await admin
      .post('/participations', { ...sent, startedOn: '2020-01-01', lastDay: '2199-12-31' })
      .expect(400);
    await admin
      .post('/participations', { ...sent, startedOn: '1900-01-01', lastDay: '1900-06-30' })
      .expect(201);
  });

  it('takes a last day for an end, and refuses two that disagree', async () => {
    const { id } = await aCompany(admin);
    const made = await aParticipation(admin, id, centre.id, {
      startedOn: '2019-01-01',
      lastDay: '2020-12-31',
    });
    expect(made).toMatchObject({ endedOn: '2021-01-01', lastDay: '2020-12-31' });
    const { body } = await admin
      .patch(`/participations/${made.id}`, 1, { lastDay: '2020-12-31', endedOn: '2020-12-31' })
      .expect(400);
    expect(pathsOf(body)).toEqual(['lastDay']);
    const open = await admin.patch(`/participations/${made.id}`, 1, { lastDay: null }).expect(200);
    expect(open.body).toMatchObject({ endedOn: null, lastDay: null });
  });

  it('is deleted softly, keeps its history, and is restored', async () => {
    const { id } = await aCompany(admin, { kvkNumber: kvkNumber() });
    await admin.delete(`/companies/${id}?reason=dubbel`, 1).expect(204);
    await admin.get(`/companies/${id}`).expect(404);
    await admin.patch(`/companies/${id}`, 2, { name: 'x' }).expect(404);
    const { body } = await admin.get(`/companies/${id}/history`).expect(200);
    expect(body.data[0]).toMatchObject({
      reason: 'dubbel',
      knownTo: null,
      changes: { deleted: { from: false, to: true } },
    });
    const restored = await admin.post(`/companies/${id}/restore`).expect(200);
    expect(restored.body.version).toBe(3);
    await admin.post(`/companies/${id}/restore`).expect(409);
    await admin.get(`/companies/${id}`).expect(200);
  });

  it('empties what may be empty, and gives the rest its default back', async () => {
    const { id } = await aCompany(admin, {
      legalForm: 'BV',
      organisationType: 'PUBLIC',
      country: 'DE',
      foreignNumber: 'HRB 7',
    });
    const { body } = await admin
      .patch(`/companies/${id}`, 1, {
        legalForm: null,
        organisationType: null,
        foreignNumber: null,
        country: null,
      })
      .expect(200);
    expect(body).toMatchObject({
      legalForm: null,
      organisationType: 'BUSINESS',
      foreignNumber: null,
      country: 'NL',
    });
  });

  it('keeps records that live ones point at, and says how many', async () => {
    const { id } = await aCompany(admin);
    const activity = await anActivity(admin, centre.id);
    await anAttendance(admin, activity.id, id);
    const { body } = await admin.delete(`/companies/${id}`, 1).expect(409);
    expect(body).toMatchObject({ code: 'HAS_DEPENDANTS', about: { attendances: '1' } });
    expect(body.detail).toContain('1 attendances');
    await admin.delete(`/activities/${activity.id}`, 1).expect(409);
  });

  it('answers unknown addresses, ids and methods as problems', async () => {
    await admin.get(`/companies/${NOBODY}`).expect(404);
    await admin.get('/companies/nonsense').expect(400);
    await admin.get('/companies/').expect(404);
    await admin.get('/nonsense').expect(404);
    await admin.get(`/companies/${NOBODY}?unknown=1`).expect(400);
    await admin.post(`/companies/${NOBODY}`, {}).expect(404);
  });
});

describe('a coordinator', () => {
  let coordinator: Caller;
  beforeAll(async () => {
    coordinator = await register.as('COORDINATOR', centre.id);
  });

  it('writes what hangs from their centre, and nothing else', async () => {
    const { id } = await aCompany(coordinator);
    const own = await aParticipation(coordinator, id, centre.id);
    const theirs = { companyId: id, level: 'REACHED', startedOn: '2019-01-01' };
    const foreign = await coordinator.post('/participations', { ...theirs, centreId: other.id }).expect(403);
    expect(foreign.body.code).toBe('FORBIDDEN');
    const moved = await coordinator.patch(`/participations/${own.id}`, 1, { centreId: other.id }).expect(403);
    expect(moved.type).toBe('application/problem+json');
    await coordinator.patch(`/participations/${own.id}`, 1, { level: 'PARTNER' }).expect(200);
  });

  it('learns nothing of another centre by what is refused', async () => {
    const { id } = await aCompany(admin);
    const hidden = await aParticipation(admin, id, other.id);
    const overlapping = { companyId: id, centreId: other.id, level: 'REACHED', startedOn: '2019-06-01' };
    await coordinator.post('/participations', overlapping).expect(403);
    await coordinator.get(`/participations/${hidden.id}`).expect(404);
    await coordinator.get(`/participations/${hidden.id}/history`).expect(404);
    await coordinator.patch(`/participations/${hidden.id}`, 1, { level: 'PARTNER' }).expect(404);
    await coordinator.patch(`/participations/${hidden.id}`, 9, { level: 'PARTNER' }).expect(404);
    await coordinator.delete(`/participations/${hidden.id}`, 1).expect(404);
    await coordinator
      .post(`/participations/${hidden.id}/step`, { level: 'PARTNER', on: '2020-01-01' })
      .expect(404);
    const activity = await anActivity(admin, other.id);
    const { body } = await coordinator
      .post('/attendances', { activityId: activity.id, companyId: id, people: 1 })
      .expect(400);
    expect(pathsOf(body)).toEqual(['activityId']);
  });

  it('sees of a record that moved in only what was theirs', async () => {
    const { id } = await aCompany(admin);
    const made = await aParticipation(admin, id, other.id, { note: 'van elders' });
    await admin.patch(`/participations/${made.id}`, 1, { centreId: centre.id }).expect(200);
    const { body } = await coordinator.get(`/participations/${made.id}/history`).expect(200);
    expect(body.total).toBe(1);
    expect(JSON.stringify(body)).not.toContain(other.id);
  });

  it('reads a shared spin-off, and writes only one that is all theirs', async () => {
    const shared = await aSpinOff(admin, [centre.id, other.id]);
    await coordinator.get(`/spin-offs/${shared.id}`).expect(200);
    await coordinator.patch(`/spin-offs/${shared.id}`, 1, { name: 'x' }).expect(403);
    await coordinator.delete(`/spin-offs/${shared.id}`, 1).expect(403);
    const own = await aSpinOff(coordinator, [centre.id]);
    await coordinator.patch(`/spin-offs/${own.id}`, 1, { centreIds: [centre.id, other.id] }).expect(403);
  });

  it('reads centres and companies, and changes only the latter', async () => {
    await coordinator.get(`/centres/${other.id}`).expect(200);
    await coordinator.patch(`/centres/${centre.id}`, 1, { name: 'x' }).expect(403);
    const { id } = await aCompany(admin);
    await coordinator.patch(`/companies/${id}`, 1, { name: 'Van ons allen BV' }).expect(200);
    await coordinator.delete(`/companies/${id}`, 2).expect(403);
  });
});

describe('many at once', () => {
  const twenty = <T>(make: (index: number) => PromiseLike<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: 20 }, (_, index) => make(index)));
  const tally = (answers: { status: number }[]): Record<number, number> => {
    const counts: Record<number, number> = {};
    for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  };

  it('lets one of twenty overlapping participations in', async () => {
    const { id } = await aCompany(admin);
    const sent = { companyId: id, centreId: centre.id, level: 'PARTNER', startedOn: '2019-01-01' };
    expect(tally(await twenty(() => admin.post('/participations', sent)))).toEqual({ 201: 1, 409: 19 });
  });

  it('lets one of twenty changes of a version through', async () => {
    const { id } = await aCompany(admin);
    const answers = await twenty((index) => admin.patch(`/companies/${id}`, 1, { name: `Naam ${index}` }));
    expect(tally(answers)).toEqual({ 200: 1, 412: 19 });
  });

  it('makes one record of twenty posts with one key, and of any number after', async () => {
    const sent = { name: 'Eenmaal BV' };
    const post = (body: object) => admin.post('/companies', body).set('Idempotency-Key', 'once');
    const answers = await twenty(() => post(sent));
    for (const { status } of answers) expect([201, 409]).toContain(status);
    const later = await post(sent).expect(201);
    expect(later.headers.etag).toBe('"1"');
    const ids = answers.filter(({ status }) => status === 201).map(({ body }) => body.id as string);
    expect(new Set([...ids, later.body.id]).size).toBe(1);
    expect((await admin.get('/companies?name=Eenmaal%20BV')).body.total).toBe(1);
    expect((await post({ name: 'Anders BV' })).body.code).toBe('IDEMPOTENCY_CONFLICT');
  });

  it('lets a key be used again after a refusal', async () => {
    const post = (body: object) => admin.post('/companies', body).set('Idempotency-Key', 'again');
    await post({ name: '' }).expect(400);
    await post({ name: 'Toch BV' }).expect(201);
  });
});
