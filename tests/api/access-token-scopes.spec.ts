import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@api/platform/config/project-root';
import { TOKEN_SCOPES, type TokenScope } from '@fieldlab/domain';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser, agentOf, signedInAs, type Person } from '../support/actors';
import { aToken, startTestRegister, type TestRegister } from '../support/register';

interface Operation {
  operationId: string;
  security?: unknown[];
}
interface Route {
  id: string;
  method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  path: string;
}

const document = JSON.parse(readFileSync(join(projectRoot(), 'libs/api-client/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const routes = Object.entries(document.paths)
  .filter(([path]) => path.startsWith('/api/v1/'))
  .flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { security }]) => security?.length !== 0)
      .map(([method, { operationId: id }]): Route => ({ id, path, method: method as Route['method'] })),
  );

/** As the contract has it: by the address and the verb alone, and so apart from the program's own table. */
const RECORDS = [
  ...['centres', 'companies', 'participations', 'activities', 'attendances', 'investments', 'spin-offs'],
  ...['outcomes', 'evidence', 'contacts', 'notes', 'merges', 'duplicates'],
];
const NEVER = ['users', 'api-tokens', 'access-settings', 'account', 'sessions'];
/** Questions that are too long for an address. */
const ASKS = ['matchCompanies', 'askFigures'];
function scopeFor({ id, method, path }: Route): TokenScope | undefined {
  const [resource = ''] = path.replace('/api/v1/', '').split('/');
  if (NEVER.includes(resource)) return undefined;
  if (method === 'get' || ASKS.includes(id)) return 'read';
  if (RECORDS.includes(resource)) return 'records:write';
  if (resource === 'imports') return 'imports';
  return ['reports', 'comparisons'].includes(resource) ? 'reports:write' : undefined;
}

let register: TestRegister;
let owner: Person;
const tokens = new Map<TokenScope, string>();
beforeAll(async () => {
  register = await startTestRegister();
  owner = await addUser(register, { role: 'ADMIN', password: null });
  for (const scope of TOKEN_SCOPES) {
    tokens.set(scope, await aToken(register, owner, [...new Set<TokenScope>(['read', scope])]));
  }
});
afterAll(() => register.close());

/** With ids that nobody has and an empty body: who is let in is told so. */
const call = ({ method, path }: Route, token: string) => {
  const asked = request(register.url)
    [method](path.replaceAll(/\{\w+\}/g, '0192f0c1-2b3c-7def-8a1b-0123456789ab'))
    .set({ Authorization: `Bearer ${token}`, 'If-Match': '"1"' });
  return method === 'get' ? asked : asked.send({});
};

describe('a token of an administrator', () => {
  it.each(routes.map((route) => [route.id, route] as const))('%s', async (_, route) => {
    const needed = scopeFor(route);
    for (const [scope, token] of tokens) {
      const { status } = await call(route, token);
      const isAllowed = needed === 'read' || needed === scope;
      expect(status === 403, `${scope}: ${status}`).toBe(!isAllowed);
      expect(status, scope).toBeLessThan(500);
    }
  });

  it('has no more than its owner’s role, whatever it was made for', async () => {
    const viewer = await addUser(register, { role: 'VIEWER', password: null });
    const token = await aToken(register, viewer, TOKEN_SCOPES);
    const machine = request.agent(register.url).set('Authorization', `Bearer ${token}`);
    await machine.get('/api/v1/reports').expect(200);
    await machine.post('/api/v1/reports').send({}).expect(403);
    await machine.get('/api/v1/companies').expect(403);
  });
});

const TOKENS = '/api/v1/api-tokens';
const bearer = (token: string) => request.agent(register.url).set('Authorization', `Bearer ${token}`);

describe('the scopes of a token', () => {
  it('are read alone where none are chosen, and read in each of them', async () => {
    const agent = await signedInAs(register, 'EVALUATOR');
    const made = async (body: object) =>
      (
        await agent
          .post(TOKENS)
          .send({ name: 'x', ...body })
          .expect(201)
      ).body as { scopes: string[] };
    expect((await made({})).scopes).toEqual(['read']);
    expect((await made({ scopes: [] })).scopes).toEqual(['read']);
    expect((await made({ scopes: ['reports:write'] })).scopes).toEqual(['read', 'reports:write']);
    await agent
      .post(TOKENS)
      .send({ name: 'x', scopes: ['users'] })
      .expect(400);
    await agent
      .post(TOKENS)
      .send({ name: 'x', scopes: ['imports', 'imports'] })
      .expect(400);
  });

  it('are read for tokens that were made before, which the administrator sees listed', async () => {
    const agent = await signedInAs(register, 'ADMIN');
    await register.database.pool.query(
      `insert into api_tokens (user_id, name, token_hash, prefix, narrowed_at)
       values ($1, 'older', 'a', 'flt_ab', now())`,
      [owner.id],
    );
    const { body } = await agent.get(TOKENS).query({ narrowed: true }).expect(200);
    expect(body).toMatchObject({ total: 1, data: [{ name: 'older', scopes: ['read'] }] });
    expect(body.data[0].narrowedAt).not.toBeNull();
    const others = await agent.get(TOKENS).query({ narrowed: false, perPage: 100 }).expect(200);
    expect(JSON.stringify(others.body)).not.toContain('older');
  });
});

describe('a token', () => {
  it('follows the second-factor rule of its owner’s role', async () => {
    const person = await addUser(register, { role: 'COORDINATOR' });
    const agent = await agentOf(register, person);
    const make = async () => (await agent.post(TOKENS).send({ name: 'x' }).expect(201)).body.token as string;
    const before = await make();
    await bearer(before).get('/api/v1/figures').expect(200);
    const rule = (roles: string) =>
      register.database.pool.query(
        'update access_settings set second_factor_required_for = $1::text[]::user_role[]',
        [roles],
      );
    await rule('{COORDINATOR}');
    const refused = await bearer(before).get('/api/v1/figures').expect(403);
    expect(refused.body.code).toBe('SECOND_FACTOR_ENROLMENT_DUE');
    // Who signs in at a provider shows their second factor there, and has none with us.
    await register.database.pool.query('update sessions set second_factor = true where user_id = $1', [
      person.id,
    ]);
    await bearer(await make())
      .get('/api/v1/figures')
      .expect(200);
    await bearer(before).get('/api/v1/figures').expect(403);
    await rule('{}');
  });

  it('ends with a password reset', async () => {
    const person = await addUser(register, { role: 'VIEWER' });
    const token = await aToken(register, person, ['read']);
    await bearer(token).get('/api/v1/figures').expect(200);
    const link = 'a link that came by mail';
    await register.database.pool.query(
      `insert into one_time_links (token_hash, purpose, user_id, expires_at)
       values (sha256(convert_to($1, 'UTF8')), 'PASSWORD_RESET', $2, now() + interval '1 hour')`,
      [link, person.id],
    );
    await request(register.url)
      .post(`/api/v1/password-resets/${encodeURIComponent(link)}`)
      .send({ password: 'een heel ander wachtwoord' })
      .expect(204);
    await bearer(token).get('/api/v1/figures').expect(401);
  });
});
