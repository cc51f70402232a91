import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedInAs } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';

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
});
