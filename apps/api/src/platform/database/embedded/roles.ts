import type { Client } from 'pg';
import { APP, OWNER, type Credentials } from './credentials';

/** Makes our two roles when they are missing. Neither is a superuser; only the owner may make tables. */
export async function ensureRoles(client: Client, credentials: Credentials): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1)',
    [[OWNER, APP]],
  );
  const present = new Set(rows.map((row) => row.rolname));
  for (const role of [OWNER, APP] as const) {
    if (present.has(role)) continue;
    const password = client.escapeLiteral(credentials[role]);
    await client.query(`create role ${role} login nosuperuser nocreatedb nocreaterole password ${password}`);
  }
}
