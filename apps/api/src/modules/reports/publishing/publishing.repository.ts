import { Inject, Injectable } from '@nestjs/common';
import { PUBLISHING_ENDS, type ErrorAbout, type ErrorCode, type ReportStatus } from '@fieldlab/domain';
import type { Actor } from '../../../access/actor';
import { Database, type SqlClient } from '../../../platform/database/database';
import { rowsOf, sql } from '../../../platform/database/sql';
import { hasJob } from '../../../platform/jobs/job-rows.repository';
import type { Authorship } from '../../../platform/database/unit-of-work';

/** A job of publishing, on behalf of whom. */
export interface Publishing {
  reportId: string;
  jobId: string;
  actorId: string | null;
  actorName: string;
  requestId: string | null;
}
/** Why a publishing ended without an edition: a sentence, and where somebody can do something about it what it is. */
export interface PublishingFailure {
  failure: string;
  refusal?: { code: ErrorCode; about: ErrorAbout };
}
type Row = Publishing & Record<string, unknown>;

const COLUMNS = sql`p.report_id as "reportId", p.job_id as "jobId", p.actor_id as "actorId",
  p.actor_name as "actorName", p.request_id as "requestId"`;

/** How publishing goes. Only the job that a report names may write for it. */
@Injectable()
export class PublishingRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async begin(client: SqlClient, reportId: string, jobId: string, actor: Actor): Promise<void> {
    const { id, name, requestId } = actor;
    await rowsOf(
      client,
      sql`insert into report_publishings (report_id, job_id, actor_id, actor_name, request_id)
          values (${reportId}::uuid, ${jobId}::uuid, ${id}::uuid, ${name}, ${requestId})
          on conflict (report_id) do update set job_id = excluded.job_id, done = 0, failure = null, refusal = null,
            actor_id = excluded.actor_id, actor_name = excluded.actor_name,
            request_id = excluded.request_id`,
    );
  }

  /** What a job is to publish; undefined when it is not its task any more. */
  async find(reportId: string, jobId: string): Promise<Publishing | undefined> {
    const [row] = await rowsOf<Row>(
      this.database.pool,
      sql`select ${COLUMNS} from report_publishings p join reports r on r.id = p.report_id
           where p.report_id = ${reportId}::uuid and p.job_id = ${jobId}::uuid and r.status = 'PUBLISHING'`,
    );
    return row;
  }

  /** The same, and nobody else changes it until the transaction ends. */
  async hold(client: SqlClient, { reportId, jobId }: Publishing): Promise<boolean> {
    const rows = await rowsOf(
      client,
      sql`select from reports r join report_publishings p on p.report_id = r.id
           where r.id = ${reportId}::uuid and r.status = 'PUBLISHING' and p.job_id = ${jobId}::uuid
             for update`,
    );
    return rows.length > 0;
  }

  /** Says how far it is. */
  async tell({ reportId, jobId }: Publishing, done: number): Promise<void> {
    await rowsOf(
      this.database.pool,
      sql`update report_publishings set done = greatest(done, ${done})
           where report_id = ${reportId}::uuid and job_id = ${jobId}::uuid`,
    );
  }

  async end(client: SqlClient, { reportId }: Publishing, end: keyof typeof PUBLISHING_ENDS): Promise<void> {
    await rowsOf(
      client,
      sql`update reports set status = ${PUBLISHING_ENDS[end]}, updated_at = now() where id = ${reportId}::uuid`,
    );
  }

  async keepFailure(
    client: SqlClient,
    { reportId }: Publishing,
    { failure, refusal }: PublishingFailure,
  ): Promise<void> {
    await rowsOf(
      client,
      sql`update report_publishings set failure = ${failure}, refusal = ${refusal ? JSON.stringify(refusal) : null}::jsonb
           where report_id = ${reportId}::uuid`,
    );
  }

  /** Those whose job is over or never was; locked. */
  withoutJob(client: SqlClient, queue: string): Promise<Publishing[]> {
    return rowsOf<Row>(
      client,
      sql`select ${COLUMNS} from reports r join report_publishings p on p.report_id = r.id
           where r.status = 'PUBLISHING'
             and not ${hasJob(queue, sql`j.id = p.job_id`)}
             for update skip locked`,
    );
  }

  async takeUp(client: SqlClient, { reportId }: Publishing, jobId: string): Promise<void> {
    await rowsOf(
      client,
      sql`update report_publishings set job_id = ${jobId}::uuid, done = 0
           where report_id = ${reportId}::uuid`,
    );
  }

  async statusOf(reportId: string): Promise<ReportStatus | undefined> {
    const [row] = await rowsOf<{ status: ReportStatus }>(
      this.database.pool,
      sql`select status from reports where id = ${reportId}::uuid`,
    );
    return row?.status;
  }
}

/** What is published is signed by who asked for it, whichever process does it. */
export const authorOf = ({ actorId, actorName, requestId }: Publishing): Authorship => ({
  actorId,
  actorName,
  requestId: requestId ?? undefined,
});
