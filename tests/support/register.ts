import { createHash, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Role } from '@fieldlab/domain';
import request, { type Test } from 'supertest';
import type { AppOptions } from '@api/app-options';
import { addUser, type Person } from './actors';
import { startTestApp, type TestApp } from './app';

/** Somebody who speaks to the API with a token of their own. Paths begin after /api/v1. */
export interface Caller extends Person {
  token: string;
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
export async function startTestRegister(options: Partial<AppOptions> = {}, port = 0): Promise<TestRegister> {
  const app = await startTestApp(options);
  await app.app.listen(port, '127.0.0.1');
  const address = app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${address.port}`;
  return { ...app, url, as: (role, ...centreIds) => callerWith(app, url, role, centreIds) };
}

async function callerWith(app: TestApp, url: string, role: Role, centreIds: string[]): Promise<Caller> {
  const person = await addUser(app, { role, centreIds, password: null });
  const token = randomBytes(32).toString('base64url');
  await app.database.pool.query(
    `insert into api_tokens (user_id, name, token_hash, prefix) values ($1, 'test', $2, $3)`,
    [person.id, createHash('sha256').update(token).digest(), token.slice(0, 6)],
  );
  const signed = (test: Test): Test => test.set('Authorization', `Bearer ${token}`);
  const at = (path: string): string => `/api/v1${path}`;
  return {
    ...person,
    token,
    get: (path) => signed(request(url).get(at(path))),
    post: (path, body) => signed(request(url).post(at(path))).send(body),
    patch: (path, version, body) =>
      signed(request(url).patch(at(path)))
        .set('If-Match', `"${version}"`)
        .send(body),
    delete: (path, version) => signed(request(url).delete(at(path))).set('If-Match', `"${version}"`),
  };
}
