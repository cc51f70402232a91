import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedInAs } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';

const sided = (side: string, figure: object) =>
  Object.fromEntries(
    Object.entries(figure).map(([name, value]: [string, unknown]) => [
      name === 'indicator' ? side : `${side}.${name}`,
      String(value),
    ]),
  );

const FIGURES = '/api/v1/figures';
const MEMBERS = `${FIGURES}/fieldlabs_active/members`;

describe('figures and the records behind them', () => {
  let app: TestApp;
  let own: string;
  beforeAll(async () => {
    app = await startTestApp();
    const { rows } = await app.database.pool.query<{ id: string }>(
      `with hub as (insert into centres (code, kind, name, started_on) values ('HUB', 'HUB', 'Hub', '2015-01-01') returning id)
       insert into centres (code, kind, name, started_on, hub_id)
       select code, 'FIELDLAB', code, '2015-01-01', hub.id from hub, unnest(array['OWN', 'OTHER']) code returning id`,
    );
    own = rows[0]?.id ?? '';
  });
  afterAll(() => app.close());

  it('a coordinator sees figures everywhere, and members in a centre of their own', async () => {
    const agent = await signedInAs(app, 'COORDINATOR', { centreIds: [own] });
    for (const scope of ['programme', 'hub:HUB', 'centre:OTHER', 'centre:OWN']) {
      await agent.get(FIGURES).query({ scope, indicator: 'fieldlabs_active' }).expect(200);
    }
    const { body } = await agent.get(MEMBERS).query({ scope: 'centre:OWN' }).expect(200);
    expect(body).toMatchObject({ total: 1, data: [{ id: own }] });
    for (const scope of [
      undefined,
      'programme',
      'hub:HUB',
      'centre:OTHER',
      'centre:NONE',
      'centre:',
      'centre:own',
    ]) {
      await agent.get(MEMBERS).query({ scope }).expect(403);
    }
  });

  it('a coordinator of a hub does not thereby hold its fieldlabs', async () => {
    const { rows } = await app.database.pool.query<{ id: string }>(
      "select id from centres where code = 'HUB'",
    );
    const agent = await signedInAs(app, 'COORDINATOR', { centreIds: [rows[0]?.id ?? ''] });
    await agent.get(MEMBERS).query({ scope: 'centre:HUB' }).expect(200);
    await agent.get(MEMBERS).query({ scope: 'hub:HUB' }).expect(403);
    await agent.get(MEMBERS).query({ scope: 'centre:OWN' }).expect(403);
  });

  it('a coordinator without centres sees no members: no rule is no rows', async () => {
    const agent = await signedInAs(app, 'COORDINATOR', { centreIds: [] });
    await agent.get(MEMBERS).query({ scope: 'centre:OWN' }).expect(403);
  });

  it('an evaluator sees all members, a viewer none', async () => {
    const evaluator = await signedInAs(app, 'EVALUATOR');
    expect((await evaluator.get(MEMBERS).expect(200)).body.total).toBe(2);
    const viewer = await signedInAs(app, 'VIEWER');
    await viewer.get(FIGURES).expect(200);
    await viewer.get(MEMBERS).query({ scope: 'centre:OWN' }).expect(403);
  });

  it('a centre is known by its id: not by a code that it took over, or that another had before', async () => {
    const { rows } = await app.database.pool.query<{ id: string; code: string }>(
      `insert into centres (code, kind, name, started_on) values ('OLD', 'FIELDLAB', 'Old', '2015-01-01'),
        ('MINE', 'FIELDLAB', 'Mine', '2015-01-01') returning id, code`,
    );
    const idOf = (code: string): string => rows.find((one) => one.code === code)?.id ?? '';
    const then = (await app.database.pool.query<{ at: Date }>('select known_at as at from knowledge_clock'))
      .rows[0]?.at;
    const rename = (id: string, code: string) =>
      app.database.pool.query('update centres set code = $2 where id = $1', [id, code]);
    await rename(idOf('OLD'), 'OLD-2');
    await rename(idOf('MINE'), 'OLD');
    const agent = await signedInAs(app, 'COORDINATOR', { centreIds: [idOf('MINE')] });
    const members = (query: object) => agent.get(MEMBERS).query({ ...query });
    const knownAt = then?.toISOString();
    expect((await members({ scope: 'centre:OLD' }).expect(200)).body.data).toMatchObject([
      { id: idOf('MINE') },
    ]);
    await members({ scope: 'centre:OLD', knownAt }).expect(403);
    expect((await members({ scope: 'centre:MINE', knownAt }).expect(200)).body.data).toMatchObject([
      { id: idOf('MINE') },
    ]);
    await members({ scope: 'centre:MINE' }).expect(403);
    await members({ scope: 'centre:OLD-2' }).expect(403);

    const steps = (left: object, right: object) =>
      agent
        .get('/api/v1/figures/reconciliation/members')
        .query({ ...sided('left', left), ...sided('right', right), step: 'knownAt:REGISTERED_LATER' });
    const figure = { indicator: 'fieldlabs_active' };
    await steps({ ...figure, scope: 'centre:OLD', knownAt }, { ...figure, scope: 'centre:OLD' }).expect(403);
    // Both ends are one's own, and the way from the one to the other leads through another's centre.
    await agent
      .get('/api/v1/figures/reconciliation/members')
      .query({
        ...sided('left', { ...figure, scope: 'centre:MINE', knownAt }),
        ...sided('right', { ...figure, scope: 'centre:OLD' }),
        step: 'scope:SCOPE_DIFFERS',
      })
      .expect(403);
  });
});
