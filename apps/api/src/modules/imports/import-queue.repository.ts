import { Inject, Injectable } from '@nestjs/common';
import type { ImportMapping, Language } from '@fieldlab/domain';
import type { Pool } from 'pg';
import type { Actor } from '../../access/actor';
import { Database, type SqlClient } from '../../platform/database/database';
import { raw, rowsOf, sql, type Sql } from '../../platform/database/sql';
import { hasJob } from '../../platform/jobs/job-rows.repository';
import { JobsService, type Queue } from '../../platform/jobs/jobs.service';
import { RETENTION_TERMS, type RetentionTerms } from '../../platform/housekeeping/retention-terms';
import type { ImportDto, ImportStatus, ImportSummary, ListImportsQuery } from './import.dto';
import type { FindingKindCount, ImportResult, ToldFinding } from './import-request';
import type { Mend } from './mending/mend.dto';
import { kindsIn, toldIn } from './results/told-in';
import { LOCKS } from '../../platform/database/locks';
import { takeBack, type MadeWithoutVersions } from './writing/take-back.repository';

export const IMPORT_QUEUE: Queue = 'import-workbook';

export interface QueuedImport {
  id: string;
  fileName: string;
  language: Language;
  dryRun: boolean;
  update: boolean;
  setAside: boolean;
  actorId: string | null;
  actorName: string;
  requestId: string | null;
  reason: string | null;
  /** Null for somebody who is not bound to centres. */
  centreIds: string[] | null;
  content: Buffer;
  mends: Mend[];
  mapping: ImportMapping | null;
}

type Row<Dto extends ImportDto | ImportSummary> = Omit<Dto, 'createdAt' | 'finishedAt'> & {
  createdAt: Date;
  finishedAt: Date | null;
};

/** An import as it is kept, before it is told in the reader's language. */
type FoundRow = Omit<Row<ImportDto>, 'faults' | 'warnings' | 'findingKinds'> & {
  language: Language;
  faults: ToldFinding[];
  warnings: ToldFinding[];
  findingKinds: FindingKindCount[];
};

const summaryWith = (openReviews: string) =>
  raw(`
  t.id, t.status, t.file_name as "fileName", t.dry_run as "dryRun",
  jsonb_build_object('id', t.actor_id, 'name', t.actor_name) as actor,
  t.created_at as "createdAt", t.finished_at as "finishedAt",
  jsonb_build_object('done', t.rows_done, 'total', t.rows_total) as progress,
  t.update_records as "update", t.counts, ${openReviews} as "openReviews", t.failure,
  t.set_aside as "setAside", t.set_aside_rows as "setAsideRows",
  exists (select from import_files f where f.import_id = t.id and f.faulty_rows is not null) as "hasFaultsFile"`);
const SUMMARY = summaryWith('t.open_reviews');
/** With what is still to be decided of the companies that it made, rather than what there was when it ended. */
const SUMMARY_NOW = summaryWith(`
  case when t.status <> 'DONE' or t.revision_id is null then t.open_reviews
       else (select count(*)::int from duplicate_pairs p
              where p.status = 'OPEN' and p.id in (select pairs_of_import(t.id))) end`);
const FINDINGS = raw('t.faults, t.warnings, t.changes, t.finding_kinds as "findingKinds"');
const FINDING_COUNTS = raw(`
  jsonb_array_length(t.faults) as "faultCount", jsonb_array_length(t.warnings) as "warningCount",
  jsonb_array_length(t.changes) as "changeCount"`);

/** Imports that wait and how they go; the order in which they are done is that of their jobs. */
@Injectable()
export class ImportQueueRepository {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(RETENTION_TERMS) private readonly terms: RetentionTerms,
  ) {}

  async enqueue(
    actor: Actor,
    file: { name: string; content: Buffer; mends: readonly Mend[]; mapping?: ImportMapping | undefined },
    options: Pick<QueuedImport, 'language' | 'dryRun' | 'update' | 'setAside'> & {
      reason?: string | undefined;
      centreIds?: readonly string[] | undefined;
    },
  ): Promise<string> {
    return this.database.transaction(async (client) => {
      const [row] = await rowsOf<{ id: string }>(
        client,
        sql`insert into imports (status, file_name, language, dry_run, update_records, set_aside, actor_id, actor_name,
                                 request_id, reason, centre_ids)
            values ('QUEUED', ${file.name}, ${options.language}, ${options.dryRun}, ${options.update}, ${options.setAside}, ${actor.id}::uuid, ${actor.name},
                    ${actor.requestId}, ${options.reason ?? null}, ${options.centreIds ?? null}::uuid[]) returning id`,
      );
      const id = row?.id ?? '';
      await rowsOf(
        client,
        sql`insert into import_files (import_id, content, mends, mapping)
            values (${id}::uuid, ${file.content}, ${JSON.stringify(file.mends)}::jsonb,
                    ${file.mapping === undefined ? null : JSON.stringify(file.mapping)}::jsonb)`,
      );
      await this.jobs.send(client, IMPORT_QUEUE, id);
      return id;
    });
  }

  /** Gives those a job that have none: of a backup, which carries imports and no jobs. Answers whether there were any. */
  async giveJobs(): Promise<boolean> {
    return this.database.transaction(async (client) => {
      await rowsOf(client, sql`select pg_advisory_xact_lock(lock_key(${LOCKS.givingJobs}))`);
      const left = await rowsOf<{ id: string }>(
        client,
        sql`select t.id from imports t
             where t.status in ('QUEUED', 'RUNNING')
               and not ${hasJob(IMPORT_QUEUE, sql`j.data ->> 'subject' = t.id::text`)}
             order by t.created_at, t.id`,
      );
      for (const { id } of left) await this.jobs.send(client, IMPORT_QUEUE, id);
      return left.length > 0;
    });
  }

  /** Answers it while it is to be done; one that runs already was another process's, which died. */
  async begin(id: string): Promise<QueuedImport | undefined> {
    const [row] = await rowsOf<QueuedImport>(
      this.database.pool,
      sql`update imports t
             set status = 'RUNNING', started_at = coalesce(started_at, now()), updated_at = now()
            from import_files f
           where f.import_id = t.id and t.id = ${id}::uuid and t.status in ('QUEUED', 'RUNNING')
       returning t.id, t.file_name as "fileName", t.language, t.dry_run as "dryRun", t.update_records as "update", t.set_aside as "setAside", t.actor_id as "actorId",
                 t.actor_name as "actorName", t.request_id as "requestId", t.reason, t.centre_ids as "centreIds", f.content, f.mends, f.mapping`,
    );
    return row;
  }

  /** Says how far it is; answers whether somebody asked to stop. */
  async heartbeat(id: string, done: number, total: number): Promise<boolean> {
    const [row] = await rowsOf<{ cancel: boolean }>(
      this.database.pool,
      sql`update imports set rows_done = ${done}, rows_total = ${total}
           where id = ${id}::uuid and status = 'RUNNING' returning cancel_asked as cancel`,
    );
    return row?.cancel ?? false;
  }

  /** Ends an import that wrote nothing; one that wrote is DONE by the transaction that did. */
  async end(
    id: string,
    status: ImportStatus,
    outcome: Partial<ImportResult> & { failure?: string } = {},
  ): Promise<void> {
    await rowsOf(
      this.database.pool,
      sql`update imports
             set status = ${status}, finished_at = now(), updated_at = now(),
                 counts = ${JSON.stringify(outcome.counts ?? {})}::jsonb,
                 open_reviews = ${outcome.openReviews ?? 0}, set_aside_rows = ${outcome.setAsideRows ?? 0},
                 faults = ${JSON.stringify(outcome.told?.faults ?? [])}::jsonb,
                 warnings = ${JSON.stringify(outcome.told?.warnings ?? [])}::jsonb,
                 changes = ${JSON.stringify(outcome.changes ?? [])}::jsonb,
                 finding_kinds = ${JSON.stringify(outcome.findingKinds ?? [])}::jsonb,
                 failure = ${outcome.failure ?? null}
           where id = ${id}::uuid and status in ('QUEUED', 'RUNNING')`,
    );
  }

  /** The file is needed no more; nor are faulty rows that nobody mended in time. */
  async dropFiles(id: string): Promise<void> {
    await rowsOf(
      this.database.pool,
      sql`update import_files set content = null, mends = '[]', mapping = null where import_id = ${id}::uuid`,
    );
    await rowsOf(
      this.database.pool,
      sql`update import_files f set faulty_rows = null, faulty_grid = null, planned_rows = null from imports i
           where i.id = f.import_id and num_nonnulls(f.faulty_rows, f.planned_rows) > 0
             and i.finished_at < now() - make_interval(days => ${this.terms.faultyRows}::int)`,
    );
  }

  /** Answers the status that it found; a waiting import is cancelled at once, a running one is asked to stop. */
  async cancel(id: string): Promise<void> {
    await rowsOf(
      this.database.pool,
      sql`update imports
             set cancel_asked = true, updated_at = now(),
                 status = case when status = 'QUEUED' then 'CANCELLED' else status end,
                 finished_at = case when status = 'QUEUED' then now() else finished_at end
           where id = ${id}::uuid and status in ('QUEUED', 'RUNNING')`,
    );
  }

  async find(
    id: string,
    language: Language,
    ownOf: string | undefined,
    client: SqlClient | Pool = this.database.pool,
  ): Promise<ImportDto | undefined> {
    const [row] = await rowsOf<FoundRow>(
      client,
      sql`select ${SUMMARY_NOW}, ${FINDINGS}, t.language from imports t where t.id = ${id}::uuid ${ownedBy(ownOf)}`,
    );
    if (!row) return undefined;
    const { language: importers, findingKinds, faults, warnings, ...rest } = row;
    const told = toldIn(importers === language ? undefined : language);
    return {
      ...toDto(rest),
      ...{ faults: faults.map(told), warnings: warnings.map(told) },
      findingKinds: kindsIn(findingKinds, language),
    };
  }

  async findSummary(id: string, ownOf: string | undefined): Promise<ImportSummary | undefined> {
    const [row] = await rowsOf<Row<ImportSummary>>(
      this.database.pool,
      sql`select ${SUMMARY}, ${FINDING_COUNTS} from imports t where t.id = ${id}::uuid ${ownedBy(ownOf)}`,
    );
    return row && toDto(row);
  }

  async list(
    query: ListImportsQuery,
    ownOf: string | undefined,
  ): Promise<{ data: ImportSummary[]; total: number }> {
    const statuses = query.status ? sql`and t.status = any(${query.status}::text[])` : sql``;
    const from = sql`from imports t where true ${statuses} ${ownedBy(ownOf)}`;
    const rows = await rowsOf<Row<ImportSummary>>(
      this.database.pool,
      sql`select ${SUMMARY}, ${FINDING_COUNTS} ${from} order by t.created_at ${raw(query.sort === 'createdAt' ? 'asc' : 'desc')}, t.id
           limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`,
    );
    const [count] = await rowsOf<{ total: string }>(
      this.database.pool,
      sql`select count(*) as total ${from}`,
    );
    return { data: rows.map(toDto), total: Number(count?.total ?? 0) };
  }

  /** Takes back all that a DONE import wrote, within the caller's transaction; answers whether it was DONE. */
  async undo(client: SqlClient, id: string): Promise<boolean> {
    const [row] = await rowsOf<{ revision: string | null; made: MadeWithoutVersions }>(
      client,
      sql`select revision_id::text as revision, made_without_versions as made
            from imports where id = ${id}::uuid and status = 'DONE' for update`,
    );
    if (!row) return false;
    if (row.revision !== null) await client.query('select undo_revision($1::bigint)', [row.revision]);
    await takeBack(client, row.made);
    await rowsOf(
      client,
      sql`update imports set status = 'UNDONE', updated_at = now(),
                 undo_revision_id = case when revision_id is null then null else current_revision() end
           where id = ${id}::uuid`,
    );
    return true;
  }
}

/** A coordinator sees their own imports. */
const ownedBy = (actorId: string | undefined): Sql =>
  actorId === undefined ? sql`` : sql`and t.actor_id = ${actorId}::uuid`;

const toDto = <Found extends { createdAt: Date; finishedAt: Date | null }>(row: Found) => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
});
