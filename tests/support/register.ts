import { createHash, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { TOKEN_SCOPES, type Role, type TokenScope } from '@fieldlab/domain';
import { ACCESS_OPTIONS, isHttps, type AccessOptions } from '@api/access/access-options';
import request, { type Test } from 'supertest';
import type { AppOptions } from '@api/app-options';
import type { TIME_LIMITS } from '@api/platform/database/time-limits';
import { addUser, type Person } from './actors';
import { startTestApp, type TestApp, type Way } from './app';

/** Somebody who is signed in, and has a token of every scope beside. Paths begin after /api/v1. */
export interface Caller extends Person {
  token: string;
  cookie: string;
  get(path: string): Test;
  post(path: string, body?: object): Test;
  patch(path: string, version: number, body: object): Test;
  delete(path: string, version: number): Test;
}

export interface TestRegister extends TestApp {
  url: string;
  as(role: Role, ...centreIds: string[]): Promise<Caller>;
}

/**
 * The whole product on an empty register, listening, and people to call it.
 * @param port where it listens; any free one, unless its own address is part of its options.
 */
export async function startTestRegister(
  options: Partial<AppOptions> = {},
  port = 0,
  timeLimits?: typeof TIME_LIMITS,
  way?: Way,
): Promise<TestRegister> {
  const app = await startTestApp(options, timeLimits, way);
  await app.app.listen(port, '127.0.0.1');
  const address = app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${address.port}`;
  return { ...app, url, as: (role, ...centreIds) => callerWith(app, url, role, centreIds) };
}

/** A token straight in the database, as if its owner had made it long ago. */
export async function aToken(
  { database }: Pick<TestApp, 'database'>,
  owner: Pick<Person, 'id'>,
  scopes: readonly TokenScope[],
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await database.pool.query(
    `insert into api_tokens (user_id, name, token_hash, prefix, scopes) values ($1, 'test', $2, $3, $4)`,
    [owner.id, createHash('sha256').update(token).digest(), token.slice(0, 6), scopes],
  );
  return token;
}

/** A session straight in the database; answers its cookie. */
export async function aSessionCookie({ app, database }: TestApp, { id }: Person): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await database.pool.query(
    `insert into sessions (token_hash, user_id, expires_at, method, second_factor, network)
     values ($1, $2, now() + interval '1 day', 'PASSWORD', false, 'test')`,
    [createHash('sha256').update(token).digest(), id],
  );
  const prefix = isHttps(app.get<AccessOptions>(ACCESS_OPTIONS)) ? '__Host-' : '';
  return `${prefix}fieldlab-session=${token}`;
}

async function callerWith(app: TestApp, url: string, role: Role, centreIds: string[]): Promise<Caller> {
  const person = await addUser(app, { role, centreIds, password: null });
  const token = await aToken(app, person, TOKEN_SCOPES);
  const cookie = await aSessionCookie(app, person);
  const signed = (test: Test): Test => test.set('Cookie', cookie);
  const at = (path: string): string => `/api/v1${path}`;
  return {
    ...person,
    token,
    cookie,
    get: (path) => signed(request(url).get(at(path))),
    post: (path, body) => signed(request(url).post(at(path))).send(body),
    patch: (path, version, body) =>
      signed(request(url).patch(at(path)))
        .set('If-Match', `"${version}"`)
        .send(body),
    delete: (path, version) => signed(request(url).delete(at(path))).set('If-Match', `"${version}"`),
  };
}
