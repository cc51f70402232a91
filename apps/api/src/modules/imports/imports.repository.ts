import { Injectable } from '@nestjs/common';
import { foldText } from '@fieldlab/domain';
import type { Pool } from 'pg';
import type { SqlClient } from '../../platform/database/database';
import { LOCKS } from '../../platform/database/locks';
import type { Authorship } from '../../platform/database/unit-of-work';
import type { ImportResult, KeptFaultyRows } from './import-request';
import type { CentreCodeOf } from './mapping/mapped-workbook';
import type { MadeWithoutVersions } from './writing/take-back.repository';

/** Another transaction got there first: what was read no longer holds, or both wait for each other. */
const LOST_RACES = new Set(['23505', '23P01', '23503', '40001', '40P01', 'FL409']);

export interface KeptImport {
  importId: string | null;
  fileName: string;
  language: string;
  by: Authorship;
  revisionId: string | null;
  result: ImportResult;
  /** Ids of records that keep no versions, by kind. */
  madeWithoutVersions?: MadeWithoutVersions;
}

@Injectable()
export class ImportsRepository {
  /**
   * Plans for whole sets, within this transaction: compiling each of many statements once costs more than it saves,
   * and what a cursor answers is read to its end.
   */
  async tune(client: SqlClient): Promise<void> {
    await client.query(
      "set local jit = off; set local work_mem = '64MB'; set local cursor_tuple_fraction = 1",
    );
  }

  async waitForTurn(client: SqlClient): Promise<void> {
    await client.query('select pg_advisory_xact_lock(lock_key($1))', [LOCKS.import]);
  }

  /** The code of the one centre that goes by a name, however it is written. */
  async centreCodes(client: SqlClient | Pool): Promise<CentreCodeOf> {
    const { rows } = await client.query<{ code: string; name: string }>(
      'select code, name from centres where deleted_at is null',
    );
    const codes = new Map<string, string | undefined>();
    for (const { code, name } of rows)
      codes.set(foldText(name), codes.has(foldText(name)) ? undefined : code);
    const own = new Set(rows.map(({ code }) => code));
    return (name) => (own.has(name) ? undefined : codes.get(foldText(name)));
  }

  async savepoint(client: SqlClient): Promise<void> {
    await client.query('savepoint import_attempt');
  }

  async backToSavepoint(client: SqlClient): Promise<void> {
    await client.query('rollback to savepoint import_attempt');
  }

  isLostRace(error: unknown): boolean {
    return error instanceof Error && 'code' in error && LOST_RACES.has(String(error.code));
  }

  /**
   * Keeps that the import is done, in the transaction that writes: either both are there, or neither.
   * @throws Error where another process has done it, which took it over from one that was not heard of for long
   */
  async keepDone(
    client: SqlClient,
    { importId, fileName, language, by, revisionId, result, madeWithoutVersions = {} }: KeptImport,
  ): Promise<string> {
    const { rows } = await client.query<{ id: string }>(
      `insert into imports (id, status, file_name, language, actor_id, actor_name, request_id, reason,
                            finished_at, counts, open_reviews, warnings, revision_id, changes, faults, set_aside_rows,
                            finding_kinds, made_without_versions)
       values (coalesce($1::uuid, uuid_v7()), 'DONE', $2, $3, $4, $5, $6, $7, clock_timestamp(), $8, $9, $10, $11, $12, $13, $14, $15, $16)
       on conflict (id) do update
          set status = 'DONE', updated_at = now(), finished_at = excluded.finished_at, counts = excluded.counts,
              open_reviews = excluded.open_reviews, faults = excluded.faults, warnings = excluded.warnings,
              set_aside_rows = excluded.set_aside_rows, finding_kinds = excluded.finding_kinds,
              revision_id = excluded.revision_id, changes = excluded.changes
        where imports.status = 'RUNNING'
       returning id`,
      [
        importId,
        fileName,
        language,
        by.actorId,
        by.actorName,
        by.requestId ?? null,
        by.reason ?? null,
        JSON.stringify(result.counts),
        result.openReviews,
        JSON.stringify(result.told.warnings),
        revisionId,
        JSON.stringify(result.changes),
        JSON.stringify(result.told.faults),
        result.setAsideRows,
        JSON.stringify(result.findingKinds),
        JSON.stringify(madeWithoutVersions),
      ],
    );
    const id = rows[0]?.id;
    if (id === undefined) throw new Error('Another process has ended this import: nothing is written twice.');
    if (result.faultyRows) await this.keepFaultyRows(client, id, result.faultyRows);
    return id;
  }

  /** For people to mend: as a workbook, and as a screen shows them. */
  async keepFaultyRows(client: SqlClient, id: string, { workbook, grid }: KeptFaultyRows): Promise<void> {
    await client.query('update import_files set faulty_rows = $2, faulty_grid = $3 where import_id = $1', [
      id,
      workbook,
      JSON.stringify(grid),
    ]);
  }

  /** After a large import the planner must not go by what the register was. */
  async gatherStatistics(client: SqlClient): Promise<void> {
    await client.query('select analyze_register()');
  }
}
