import type { Database } from '../platform/database/database';
import { rowsOf, sql } from '../platform/database/sql';
import { PasswordHasher } from './passwords/password-hasher';
import { passwordFault } from './passwords/password-rules';
import { generatedPassword } from '../platform/secrets/secrets';

const NAME = 'Beheerder';

export interface FirstAdministrator {
  email: string;
  /** Undefined when the environment gave one. Shown once: only its hash is kept. */
  generatedPassword: string | undefined;
  /** What is wrong with the password that the environment gave, as a sentence. */
  weakness: string | undefined;
}

/**
 * Makes the account that makes all others, in an installation that has no user yet. Answers undefined when there is
 * one; of two processes that start together one makes it.
 */
export async function ensureFirstAdministrator(
  database: Database,
  { email, password }: { email: string; password: string | undefined },
): Promise<FirstAdministrator | undefined> {
  if (await hasUsers(database)) return undefined;
  const generated = password === undefined ? generatedPassword() : undefined;
  const chosen = password ?? generated ?? '';
  const passwordHash = await new PasswordHasher().hash(chosen);
  const rows = await database.transaction(async (client) => {
    await client.query('lock table users in share row exclusive mode');
    return rowsOf(
      client,
      sql`insert into users (email, name, role, password_hash, password_changed_at)
          select ${email}, ${NAME}, 'ADMIN', ${passwordHash}, now()
           where not exists (select 1 from users where deleted_at is null and not is_demonstration) returning 1`,
    );
  });
  if (rows.length === 0) return undefined;
  const weakness = passwordFault(chosen, { email, name: NAME })?.message;
  return { email, generatedPassword: generated, weakness };
}

async function hasUsers(database: Database): Promise<boolean> {
  const rows = await rowsOf(
    database.pool,
    sql`select 1 from users where deleted_at is null and not is_demonstration limit 1`,
  );
  return rows.length > 0;
}
