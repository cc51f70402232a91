import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { PRESENCE } from './presence';

const PREFIX = 'throwaway';

/** A name that tells whose database it is: it goes with the presence of its maker. */
export const throwawayName = (presenceId: string): string =>
  `${PREFIX}_${presenceId}_${randomBytes(4).toString('hex')}`;

/** Drops the throw-away databases whose maker is gone (killed, say) and which nobody is connected to. */
export async function dropOrphans(client: Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database d
      where datname like $1
        and not exists (select from pg_stat_activity a where a.datname = d.datname)
        and not exists (select from pg_stat_activity a where a.application_name = $2 || split_part(d.datname, '_', 2))`,
    [`${PREFIX}\\_%`, PRESENCE],
  );
  for (const { datname } of rows) {
    // Another process may be at the same, or someone has just connected: the next one to open will see.
    await client.query(`drop database if exists ${client.escapeIdentifier(datname)}`).catch(() => undefined);
  }
}
