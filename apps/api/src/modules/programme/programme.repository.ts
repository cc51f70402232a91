import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { rowsOf, sql, type Sql } from '../../platform/database/sql';
import type { ProgrammeDto, ProgrammePatch } from './programme.dto';

type Row = Omit<ProgrammeDto, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

const COLUMNS = sql`id, version, created_at as "createdAt", updated_at as "updatedAt", name,
  started_on as "startedOn", time_zone as "timeZone"`;

/** The one programme of an installation; none before it is named. */
@Injectable()
export class ProgrammeRepository {
  find(client: Pool | PoolClient): Promise<ProgrammeDto | undefined> {
    return one(client, sql`select ${COLUMNS} from programmes where deleted_at is null`);
  }

  /** Undefined when somebody else changed it since `version`. */
  update(client: PoolClient, version: number, { name, startedOn }: ProgrammePatch) {
    return one(
      client,
      sql`update programmes set name = coalesce(${name ?? null}, name),
                 started_on = coalesce(${startedOn ?? null}::date, started_on)
           where version = ${version} and deleted_at is null returning ${COLUMNS}`,
    );
  }

  insert(client: PoolClient, { name, startedOn }: Required<ProgrammePatch>) {
    return one(
      client,
      sql`insert into programmes (name, started_on) values (${name}, ${startedOn}::date) returning ${COLUMNS}`,
    );
  }
}

async function one(client: Pool | PoolClient, statement: Sql): Promise<ProgrammeDto | undefined> {
  const [row] = await rowsOf<Row & Record<string, unknown>>(client, statement);
  return row && { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}
