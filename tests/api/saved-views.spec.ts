import { PrivacySettingsRepository } from '@api/modules/personal-data/privacy-settings.repository';
import { MOST_VIEWS } from '@fieldlab/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, aCompany, unique, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

interface View extends Made {
  name: string;
  isShared: boolean;
  owner: { id: string };
  startOf: string[];
}

let register: TestRegister;
let admin: Caller;
let evaluator: Caller;
let viewer: Caller;
let mine: Caller;
beforeAll(async () => {
  register = await startTestRegister();
  [admin, evaluator, viewer] = [
    await register.as('ADMIN'),
    await register.as('EVALUATOR'),
    await register.as('VIEWER'),
  ];
  mine = await register.as('COORDINATOR', (await aCentre(admin)).id);
});
afterAll(() => register.close());

const STATE = {
  filter: { q: 'metaal', province: ['NL-OV'], employeesFrom: 10 },
  sort: { field: 'name', order: 'DESC' },
  columns: ['name', 'municipality'],
};
const values = (change: object = {}) => ({
  ...{ resource: 'companies', name: `Weergave ${unique()}`, state: STATE },
  ...change,
});
const keep = async (by: Caller, change: object = {}) =>
  (await by.post('/saved-views', values(change)).expect(201)).body as View;
const namesOf = async (by: Caller, query = '?resource=companies') =>
  ((await by.get(`/saved-views${query}`).expect(200)).body as { data: View[] }).data.map(({ name }) => name);
const at = ({ id }: { id: string }) => `/saved-views/${id}`;

describe('a saved view', () => {
  it('follows its owner, and is nobody else’s', async () => {
    const view = await keep(mine);
    expect(view).toMatchObject({ state: STATE, isShared: false, owner: { id: mine.id }, startOf: [] });
    expect(await namesOf(mine)).toContain(view.name);
    expect(await namesOf(mine, '')).toContain(view.name);
    expect(await namesOf(mine, '?resource=centres')).not.toContain(view.name);
    expect(await namesOf(admin)).not.toContain(view.name);
    await admin.get(at(view)).expect(404);
    await admin.patch(at(view), 1, { isShared: true }).expect(404);
    await admin.delete(at(view), 1).expect(404);
  });

  it('that is shared is found by who may read the list, and changed by its owner alone', async () => {
    const view = await keep(mine);
    await mine.patch(at(view), 1, { isShared: true }).expect(200);
    for (const who of [admin, evaluator]) expect(await namesOf(who)).toContain(view.name);
    expect(await namesOf(viewer)).toEqual([]);
    await viewer.get(at(view)).expect(404);
    await evaluator.patch(at(view), 2, { name: 'Van mij' }).expect(403);
    await evaluator.delete(at(view), 2).expect(403);
    await admin.patch(at(view), 2, { name: 'Van mij', isShared: false }).expect(403);
    await admin.patch(at(view), 2, { isShared: false }).expect(200);
    expect(await namesOf(evaluator)).not.toContain(view.name);
    expect(await namesOf(mine)).toContain(view.name);
  });

  it('of a list that somebody may not read is not kept by them', async () => {
    await viewer.post('/saved-views', values()).expect(403);
    await mine.post('/saved-views', values({ resource: 'users' })).expect(403);
    await keep(viewer, { resource: 'overview', state: { filter: { asOf: '2021-05-01' } } });
  });

  it('has one name to its owner and list, and changes at the version that was seen', async () => {
    const view = await keep(mine, { name: 'Eén naam' });
    const again = await mine.post('/saved-views', values({ name: 'EÉN NAAM' })).expect(409);
    expect(again.body.code).toBe('DUPLICATE_VIEW');
    await keep(mine, { name: 'Eén naam', resource: 'centres' });
    await keep(evaluator, { name: 'Eén naam' });
    await mine.patch(at(view), 1, { state: { filter: {} } }).expect(200);
    await mine.patch(at(view), 1, { state: { filter: {} } }).expect(412);
    await mine.patch(at(view), 2, {}).expect(400);
  });

  it.each([
    ['a name that is too long', { name: 'x'.repeat(81) }],
    ['a name that says nothing', { name: ' ' }],
    ['another resource', { resource: 'sessions' }],
    ['a column that is no name', { state: { columns: ['name; drop'] } }],
    ['a filter of its own shape', { state: { filter: { q: { $ne: null } } } }],
    ['a filter called as a prototype', { state: JSON.parse('{"filter":{"__proto__":"x"}}') }],
    ['text that is none', { state: { filter: { q: 'a\0b' } } }],
    ['rows', { state: { filter: {}, rows: [] } }],
    [
      'more than a state is',
      {
        state: {
          filter: Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`f${i}`, 'x'.repeat(400)])),
        },
      },
    ],
  ])('is not kept with %s', async (_, change) => {
    await mine.post('/saved-views', values(change as object)).expect(400);
  });

  it('is one of so many, counted one after the other', async () => {
    const collector = await register.as('EVALUATOR');
    const asked = Array.from({ length: MOST_VIEWS + 3 }, () => collector.post('/saved-views', values()));
    const answers = await Promise.all(asked);
    const kept = answers.filter(({ status }) => status === 201);
    expect(kept).toHaveLength(MOST_VIEWS);
    const refused = answers.filter(({ status }) => status !== 201);
    for (const { body } of refused) expect(body.code).toBe('TOO_MANY_VIEWS');
    const one = kept[0]?.body as View;
    await collector.delete(at(one), 1).expect(204);
    await collector.post(`${at(one)}/restore`).expect(200);
  });

  it('that was deleted is gone, can be brought back, and is erased when its term is over', async () => {
    const view = await keep(mine, { isShared: true });
    await admin.delete(at(view), 1).expect(204);
    await mine.get(at(view)).expect(404);
    await evaluator.post(`${at(view)}/restore`).expect(403);
    await mine.post(`${at(view)}/restore`).expect(200);
    await mine.delete(at(view), 3).expect(204);
    await register.database.pool.query(
      `update saved_views set deleted_at = now() - interval '31 days' where id = $1`,
      [view.id],
    );
    const settings = register.app.get(PrivacySettingsRepository);
    await register.database.transaction((client) => settings.erasePast(client, 10));
    await mine.post(`${at(view)}/restore`).expect(404);
  });

  it('is kept once for one key', async () => {
    const body = values();
    const once = () => mine.post('/saved-views', body).set('Idempotency-Key', 'one-view');
    const [first, again] = [await once().expect(201), await once().expect(201)];
    expect(again.body).toEqual(first.body);
  });
});

describe('where people come in', () => {
  const rolesNow = async () =>
    (
      (await admin.get('/role-starts').expect(200)).body as {
        data: { role: string; version: number; view: View | null }[];
      }
    ).data;
  const setRole = async (role: string, viewId: string | null) => {
    const { version } = (await rolesNow()).find((one) => one.role === role) ?? { version: 0 };
    return admin.patch(`/role-starts/${role}`, version, { viewId });
  };
  const start = async (by: Caller) => (await by.get('/account/start').expect(200)).body;

  it('is the overview, until an administrator sets a shared view for their role', async () => {
    expect(await start(evaluator)).toEqual({ choice: 'ROLE', viewId: null, view: null, roleView: null });
    const view = await keep(mine);
    expect((await setRole('EVALUATOR', view.id)).status).toBe(400);
    await mine.patch(at(view), 1, { isShared: true }).expect(200);
    expect((await setRole('EVALUATOR', view.id)).body).toMatchObject({
      role: 'EVALUATOR',
      view: { id: view.id },
    });
    expect(await start(evaluator)).toMatchObject({
      choice: 'ROLE',
      view: { id: view.id, startOf: ['EVALUATOR'] },
    });
    expect(await start(mine)).toMatchObject({ view: null });
    await evaluator.get('/role-starts').expect(403);
    await evaluator.patch('/role-starts/EVALUATOR', 2, { viewId: null }).expect(403);
    await admin.patch('/role-starts/EVALUATOR', 1, { viewId: null }).expect(412);
  });

  it('is never what their role may not open', async () => {
    const view = await keep(admin, { isShared: true });
    const refused = await setRole('VIEWER', view.id);
    expect(refused.body.errors).toMatchObject([{ path: 'viewId', code: 'NOT_SEEN_BY_ROLE' }]);
  });

  it('stays there: the view is neither withdrawn nor deleted while a role comes in at it', async () => {
    const view = await keep(mine, { isShared: true });
    expect((await setRole('EVALUATOR', view.id)).status).toBe(200);
    for (const answer of [
      await mine.patch(at(view), 1, { isShared: false }),
      await mine.delete(at(view), 1),
      await admin.delete(at(view), 1),
    ])
      expect([answer.status, answer.body.code]).toEqual([409, 'START_OF_ROLE']);
    await mine.patch(at(view), 1, { name: 'Anders genoemd' }).expect(200);
    expect((await setRole('EVALUATOR', null)).status).toBe(200);
    await mine.delete(at(view), 2).expect(204);
  });

  it('is one’s own choice before that of the role, as long as it is seen', async () => {
    const ofRole = await keep(admin, { isShared: true });
    const own = await keep(admin, { isShared: true });
    await setRole('COORDINATOR', ofRole.id);
    const choose = (body: object) => mine.patch('/account/start', 0, body);
    expect((await choose({ choice: 'VIEW', viewId: own.id })).body).toMatchObject({
      view: { id: own.id },
      roleView: { id: ofRole.id },
    });
    await admin.patch(at(own), 1, { isShared: false }).expect(200);
    expect(await start(mine)).toMatchObject({ choice: 'VIEW', view: { id: ofRole.id } });
    expect((await choose({ choice: 'VIEW', viewId: own.id })).status).toBe(400);
    expect((await choose({ choice: 'VIEW' })).status).toBe(400);
    expect((await choose({ choice: 'OVERVIEW', viewId: ofRole.id })).status).toBe(400);
    expect((await choose({ choice: 'OVERVIEW' })).body).toMatchObject({ view: null });
    expect((await choose({ choice: 'ROLE' })).body).toMatchObject({ view: { id: ofRole.id } });
    await setRole('COORDINATOR', null);
  });
});

describe('what a view says of persons', () => {
  it('is found, copied and erased, and only digested in the trail', async () => {
    const view = await keep(mine, { name: 'Bellen met Zonderling', isShared: true });
    const search = () => admin.post('/persons/search', { terms: ['zonderling'] }).expect(200);
    const item = { resource: 'saved-views', id: view.id, field: null };
    expect((await search()).body.data).toMatchObject([{ ...item, isErasable: true }]);
    const copy = await admin.post('/persons/export', { items: [item] }).expect(200);
    expect(JSON.stringify(copy.body)).toContain('Zonderling');
    const trail = await admin.get(`/audit-events?resource=saved-views&recordId=${view.id}`).expect(200);
    expect(trail.body.total).toBe(1);
    expect(JSON.stringify(trail.body)).not.toContain('Zonderling');
    await admin.post('/persons/erase', { items: [item] }).expect(204);
    expect((await search()).body.total).toBe(0);
  });

  it('goes where it looks for a sole trader who asked to be forgotten', async () => {
    const trader = await aCompany(admin, { name: 'Smederij Vergeetmij', legalForm: 'Eenmanszaak' });
    const view = await keep(mine, { state: { filter: { q: 'Smederij Vergeetmij' } } });
    await admin
      .post('/persons/erase', { items: [{ resource: 'companies', id: trader.id, field: null }] })
      .expect(204);
    await mine.get(at(view)).expect(404);
  });

  it('of an account that was ended goes with it, but for what colleagues work with', async () => {
    const leaver = await register.as('EVALUATOR');
    const own = await keep(leaver);
    const shared = await keep(leaver, { isShared: true });
    const { body: user } = await admin.get(`/users/${leaver.id}`).expect(200);
    await admin.delete(`/users/${leaver.id}`, (user as Made).version).expect(204);
    await admin
      .post('/persons/erase', { items: [{ resource: 'users', id: leaver.id, field: null }] })
      .expect(204);
    const kept = await register.database.pool.query('select id from saved_views where owner_id = $1', [
      leaver.id,
    ]);
    expect(kept.rows).toEqual([{ id: shared.id }]);
    expect(own.id).not.toBe(shared.id);
    expect((await evaluator.get(at(shared)).expect(200)).body.owner.name).toBe(leaver.id);
  });
});
