import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { SqlClient } from '../../../platform/database/database';

/** What hangs from a company, children before what they may refer to. */
const HANGING = [
  ['outcomes', 'company_id'],
  ['spin-offs', 'parent_company_id'],
  ['investments', 'company_id'],
  ['attendances', 'company_id'],
  ['participations', 'company_id'],
] as const;

export interface MadeCompany {
  id: string;
  name: string;
  revision: string;
  /** As the import made it, and nobody changed or merged it since. */
  isUntouched: boolean;
}

export interface Hanging {
  resource: string;
  /** Made by the import and not changed since. */
  own: number;
  others: number;
}

const tableOf = (resource: string): string => resource.replace('-', '_');

/** A record that the revision $2 made, and that is still as it was made. */
const madeBy = (table: string): string =>
  `(t.version = 1 and exists (select from history.${table} h where h.id = t.id and h.rev_from = $2::bigint and h.version = 1))`;

/** Companies that an import made, with what hangs from them. */
@Injectable()
export class LeftOutRepository {
  /** A living company that an import made; undefined where it made none of this id. */
  async find(
    client: SqlClient | Pool,
    importId: string,
    companyId: string,
  ): Promise<MadeCompany | undefined> {
    const { rows } = await client.query<MadeCompany>(
      `select c.id, c.name, i.revision_id::text as revision,
              c.version = 1 and c.merged_into_id is null
                and not exists (select from companies o where o.merged_into_id = c.id) as "isUntouched"
         from imports i
         join history.companies h on h.rev_from = i.revision_id and h.version = 1 and h.id = $2::uuid
         join companies c on c.id = h.id and c.deleted_at is null
        where i.id = $1::uuid and i.status = 'DONE'`,
      [importId, companyId],
    );
    return rows[0];
  }

  async hanging(client: SqlClient | Pool, { id, revision }: MadeCompany): Promise<Hanging[]> {
    const found: Hanging[] = [];
    for (const [resource, column] of HANGING) {
      const table = tableOf(resource);
      const { rows } = await client.query<{ own: string; others: string }>(
        `select count(*) filter (where ${madeBy(table)}) as own,
                count(*) filter (where not ${madeBy(table)}) as others
           from ${table} t where t.${column} = $1::uuid and t.deleted_at is null`,
        [id, revision],
      );
      found.push({ resource, own: Number(rows[0]?.own ?? 0), others: Number(rows[0]?.others ?? 0) });
    }
    return found;
  }

  async remove(client: SqlClient, { id, revision }: MadeCompany): Promise<void> {
    for (const [resource, column] of HANGING) {
      const table = tableOf(resource);
      await client.query(
        `update ${table} t set deleted_at = now()
          where t.${column} = $1::uuid and t.deleted_at is null and ${madeBy(table)}`,
        [id, revision],
      );
    }
    await client.query('update companies set deleted_at = now() where id = $1::uuid', [id]);
  }
}
