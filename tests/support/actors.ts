import { PasswordHasher } from '@api/access/passwords/password-hasher';
import type { Role } from '@fieldlab/domain';
import request, { type Agent, type Response } from 'supertest';
import type { TestApp } from './app';

/** Good enough for every rule, and made only once: hashing costs 70 ms on purpose. */
export const PASSWORD = 'vier paarse olifanten';
let hashed: Promise<string> | undefined;

export interface Person {
  id: string;
  email: string;
  name: string;
  role: Role;
  password: string;
}

export interface NewPerson {
  role?: Role;
  email?: string;
  name?: string;
  centreIds?: readonly string[];
  language?: 'nl' | 'en';
  /** Null: invited, and never came. */
  password?: string | null;
}

let count = 0;

/** A user straight in the database, as if somebody had made them long ago. */
export async function addUser(
  { database }: Pick<TestApp, 'database'>,
  person: NewPerson = {},
): Promise<Person> {
  count += 1;
  const { role = 'ADMIN', centreIds = [], language = 'en', password = PASSWORD } = person;
  const email = person.email ?? `${role.toLowerCase()}-${count}@people.example`;
  const name = person.name ?? `${role} ${count}`;
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into users (email, name, role, centre_ids, language, password_hash)
     values ($1, $2, $3, $4::uuid[], $5, $6) returning id`,
    [email, name, role, centreIds, language, password === null ? null : await hashOf(password)],
  );
  return { id: rows[0]?.id ?? '', email, name, role, password: password ?? '' };
}

function hashOf(password: string): Promise<string> {
  if (password !== PASSWORD) return new PasswordHasher().hash(password);
  hashed ??= new PasswordHasher().hash(PASSWORD);
  return hashed;
}

/** Signs in over HTTP and answers what came back; the agent keeps the cookie. */
export const signIn = (
  agent: Agent,
  { email, password }: Pick<Person, 'email' | 'password'>,
  code?: string,
) => agent.post('/api/v1/session').send(code === undefined ? { email, password } : { email, password, code });

/** A browser in which somebody is signed in. */
export async function agentOf({ server }: Pick<TestApp, 'server'>, person: Person): Promise<Agent> {
  const agent = request.agent(server);
  const answer = await signIn(agent, person);
  if (answer.status !== 201) throw new Error(`Signing in answered ${answer.status}: ${answer.text}`);
  return agent;
}

/** A new user with that role, signed in. */
export async function signedInAs(
  app: TestApp,
  role: Role,
  person: Omit<NewPerson, 'role'> = {},
): Promise<Agent> {
  return agentOf(app, await addUser(app, { ...person, role }));
}

/** The cookies that an answer sets, by name, with their attributes. */
export const cookiesOf = (answer: Response): Record<string, string> => {
  const header: unknown = answer.headers['set-cookie'];
  const lines = Array.isArray(header) ? (header as string[]) : [];
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line]));
};
