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

export interface GoneCompany {
  id: string;
  name: string;
  /** That the import made. */
  revision: string;
  /** With which the company went. */
  goneWith: string;
}

export interface Hanging {
  resource: string;
  /** Made by the import and not changed since. */
  own: number;
  others: number;
}

const tableOf = (resource: string): string => resource.replace('-', '_');

/** Of a record named `t`: nothing happened to it but that it was deleted and brought back. */
const isAsMade = (table: string): string =>
  `(t.version = 1 or not exists (
      select from ${table}_history n join ${table}_history p on p.id = n.id and p.version = n.version - 1
       where n.id = t.id and (n.deleted_at is null) = (p.deleted_at is null)))`;

/** A record that the revision $2 made, and that is still as it was made. */
const madeBy = (table: string): string =>
  `(exists (select from ${table}_history h where h.id = t.id and h.rev_from = $2::bigint and h.version = 1)
    and ${isAsMade(table)})`;

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
      `select t.id, t.name, i.revision_id::text as revision,
              ${isAsMade('companies')} and t.merged_into_id is null
                and not exists (select from companies o where o.merged_into_id = t.id) as "isUntouched"
         from imports i
         join companies_history h on h.rev_from = i.revision_id and h.version = 1 and h.id = $2::uuid
         join companies t on t.id = h.id and t.deleted_at is null
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

  /** A company that an import made and that was left out of it, with the revision that did so. */
  async findGone(client: SqlClient, importId: string, companyId: string): Promise<GoneCompany | undefined> {
    const { rows } = await client.query<GoneCompany>(
      `select c.id, c.name, i.revision_id::text as revision, gone.rev_from::text as "goneWith"
         from imports i
         join companies_history h on h.rev_from = i.revision_id and h.version = 1 and h.id = $2::uuid
         join companies c on c.id = h.id and c.deleted_at is not null
         join companies_history gone on gone.id = c.id and gone.version = c.version
        where i.id = $1::uuid and i.status = 'DONE'
          for no key update of c`,
      [importId, companyId],
    );
    return rows[0];
  }

  /** Brings the company back, then what went with it, parents before their children; answers how much, by resource. */
  async bringBack(client: SqlClient, { id, revision, goneWith }: GoneCompany): Promise<Hanging[]> {
    await client.query('update companies set deleted_at = null where id = $1::uuid', [id]);
    const back: Hanging[] = [];
    for (const [resource, column] of HANGING.toReversed()) {
      const table = tableOf(resource);
      const { rowCount } = await client.query(
        `update ${table} t set deleted_at = null
          where t.${column} = $1::uuid and t.deleted_at is not null and ${madeBy(table)}
            and exists (select from ${table}_history g
                         where g.id = t.id and g.version = t.version and g.rev_from = $3::bigint)`,
        [id, revision, goneWith],
      );
      back.push({ resource, own: rowCount ?? 0, others: 0 });
    }
    return back;
  }
}
