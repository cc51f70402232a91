import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOpenApi } from '@api/openapi';
import { projectRoot } from '@api/platform/config/project-root';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COLUMNS, EXPECTED, WHO, type Column } from '../support/access-matrix';
import { aCentre, aCompany } from '../support/made';
import { attempt, type Attempt, type MatrixWorld } from '../support/matrix-requests';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

interface Operation {
  operationId: string;
  'x-permission'?: string;
  security?: unknown[];
}
type Paths = Record<string, Record<string, Operation>>;

/** The routes are read from the repository's document to name the tests; one test says that it is the program's. */
const paths = (
  JSON.parse(readFileSync(join(projectRoot(), 'libs/api-client/openapi.json'), 'utf8')) as { paths: Paths }
).paths;
const routes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(() => path.startsWith('/api/v1/'))
    .map(([method, operation]) => ({ path, method, ...operation })),
);

let register: TestRegister;
let world: MatrixWorld;
type Callers = Record<Column, Caller>;
let callers: Callers;
let everybody: () => Promise<Callers>;
beforeAll(async () => {
  register = await startTestRegister();
  const admin = await register.as('ADMIN');
  world = {
    admin,
    evaluator: await register.as('EVALUATOR'),
    centre: await aCentre(admin),
    company: await aCompany(admin),
  };
  const elsewhere = await aCentre(admin);
  await admin.patch('/programme', 0, { name: 'P', startedOn: '2015-01-01' }).expect(200);
  const centresOf: Partial<Record<Column, string[]>> = { own: [world.centre.id], other: [elsewhere.id] };
  const caller = async (who: Column): Promise<Caller> => {
    const role = COLUMNS[who];
    return role === null ? anonymous(register.url) : register.as(role, ...(centresOf[who] ?? []));
  };
  everybody = async () => {
    const people = await Promise.all(WHO.map(async (who) => [who, await caller(who)] as const));
    return Object.fromEntries(people) as Callers;
  };
  callers = await everybody();
});
// Some routes want to know again who it is, and the whole matrix may take longer than that holds.
beforeEach(() => register.database.prisma.session.updateMany({ data: { provedAt: new Date() } }));
afterAll(() => register.close());

/** Somebody who did not sign in. */
function anonymous(url: string): Caller {
  const at = (path: string): string => `/api/v1${path}`;
  return {
    ...{ id: '', email: '', name: '', role: 'VIEWER', password: '', token: '', cookie: '' },
    get: (path) => request(url).get(at(path)),
    post: (path, body) => request(url).post(at(path)).send(body),
    patch: (path, version, body) => request(url).patch(at(path)).set('If-Match', `"${version}"`).send(body),
    delete: (path, version) => request(url).delete(at(path)).set('If-Match', `"${version}"`),
  };
}

async function answers(route: Attempt & { operationId: string }): Promise<string> {
  const statuses: number[] = [];
  // Who signs out is of no use to the routes that follow.
  const people = route.operationId === 'signOut' ? await everybody() : callers;
  for (const who of WHO) {
    const answer = await attempt(world, route, people[who]);
    if (answer.status >= 400) expect(answer.type, `${who} ${route.path}`).toBe('application/problem+json');
    statuses.push(answer.status);
  }
  return statuses.join(' ');
}

describe('who may do what', () => {
  it('is decided for every route that the program has, and for no other', () => {
    const served = Object.entries(buildOpenApi(register.app).paths as unknown as Paths)
      .filter(([path]) => path.startsWith('/api/v1/'))
      .flatMap(([, methods]) => Object.values(methods).map(({ operationId }) => operationId));
    expect(Object.keys(EXPECTED).sort()).toEqual(served.sort());
  });

  it('is said of every route: a permission, or that it is public', () => {
    const open = routes.filter(
      (route) => route['x-permission'] === undefined && route.security?.length !== 0,
    );
    expect(open.map(({ operationId }) => operationId)).toEqual([]);
  });

  it.each(routes.map((route) => [route.operationId, route] as const))('%s', async (id, route) => {
    expect(await answers(route), WHO.join(' ')).toMatch(new RegExp(`^${EXPECTED[id] ?? 'a row'}$`));
  });
});
