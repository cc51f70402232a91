import type { INestApplicationContext } from '@nestjs/common';
import type { Role } from '@fieldlab/domain';
import type { Actor } from '../../access/actor';
import { PasswordHasher } from '../../access/passwords/password-hasher';
import { generatedPassword } from '../../platform/secrets/secrets';
import { Database } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';
import { UnitOfWork, type Authorship } from '../../platform/database/unit-of-work';

interface Person {
  email: string;
  name: string;
  role: Role;
  /** Codes of the centres of a coordinator. */
  centres: readonly string[];
}

/** The coordinator's second fieldlab has not answered the open round. */
export const LATE_FIELDLAB = 'FL-15';

/** Who works with the demonstration. Nobody of them can sign in until somebody gives them a password. */
const PEOPLE = {
  coordinator: {
    email: 'coordinator@demonstration.example',
    name: 'Sanne Bakker',
    role: 'COORDINATOR',
    centres: ['FL-01', LATE_FIELDLAB],
  },
  evaluator: {
    email: 'evaluator@demonstration.example',
    name: 'Noor Hendriks',
    role: 'EVALUATOR',
    centres: [],
  },
  author: { email: 'author@demonstration.example', name: 'Thomas de Wit', role: 'EVALUATOR', centres: [] },
  viewer: { email: 'viewer@demonstration.example', name: 'Ingrid Visser', role: 'VIEWER', centres: [] },
} as const satisfies Record<string, Person>;
type PersonKey = keyof typeof PEOPLE;
export type People = Record<PersonKey, Actor>;

/** An account with which somebody can look around, and its password, which is nowhere else. */
export interface ReadyAccount {
  email: string;
  role: Role;
  centres: readonly string[];
  password: string;
}

const READY: readonly PersonKey[] = ['evaluator', 'coordinator', 'viewer'];

/** Gives one person of each role a password of this installation alone. The administrator has an account already. */
export async function readyAccounts(app: INestApplicationContext, by: Authorship): Promise<ReadyAccount[]> {
  const accounts = READY.map((key) => ({ ...PEOPLE[key], password: generatedPassword() }));
  const hasher = new PasswordHasher();
  const hashes = await Promise.all(accounts.map(({ password }) => hasher.hash(password)));
  await app.get(UnitOfWork).runSql(by, async (client) => {
    for (const [index, { email }] of accounts.entries()) {
      await rowsOf(
        client,
        sql`update users set password_hash = ${hashes[index] ?? null}, password_changed_at = now()
             where email = ${email} and is_demonstration and deleted_at is null`,
      );
    }
  });
  return accounts;
}

/** Makes the people of the demonstration, and answers as whom each of them acts. */
export async function makePeople(app: INestApplicationContext, by: Authorship): Promise<People> {
  const { pool } = app.get(Database);
  const centres = await pool.query<{ id: string; code: string }>(
    'select id, code from centres where deleted_at is null order by code',
  );
  const actors = await app.get(UnitOfWork).runSql(by, async (client) => {
    const made: [string, Actor][] = [];
    for (const [key, { email, name, role, centres: codes }] of Object.entries<Person>(PEOPLE)) {
      const centreIds = centres.rows.filter(({ code }) => codes.includes(code)).map(({ id }) => id);
      const [row] = await rowsOf<{ id: string }>(
        client,
        sql`insert into users (email, name, role, centre_ids, is_demonstration)
            values (${email}, ${name}, ${role}::user_role, ${centreIds}::uuid[], true) returning id`,
      );
      made.push([key, { id: row?.id ?? '', name, role, centreIds, requestId: '' }]);
    }
    return made;
  });
  return Object.fromEntries(actors) as People;
}
