import { Inject, Injectable } from '@nestjs/common';
import { copiedOut } from '../../../platform/database/copied-out';
import { Database, type SqlClient } from '../../../platform/database/database';
import { rowsOf, sql } from '../../../platform/database/sql';
import { hasJob } from '../../../platform/jobs/job-rows.repository';
import type { Authorship } from '../../../platform/database/unit-of-work';
import type { ScanInput, ScanResult } from './scan';
import { HELD_FIRST } from '../../../resource/held-first';

export type ScanStatus = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';

interface ScanRow {
  id: string;
  status: ScanStatus;
  createdAt: Date;
  finishedAt: Date | null;
  done: number;
  total: number;
  found: number;
  learntFrom: number;
  failure: string | null;
}

const COLUMNS = sql`id, status, created_at as "createdAt", finished_at as "finishedAt", done, total, found,
  learnt_from as "learntFrom", failure`;

/** Every firm that was not erased, with what it is compared by, as a line of JSON. No text of the register holds the marks 1 and 2. */
const COMPANIES = `
  copy (
    select json_build_array(c.id, c.name, number.number, c.country, profile.postcode, profile.municipality, c.website)::text
      from companies c
      left join (
        select distinct on (company_id) company_id, number from company_numbers where deleted_at is null
         order by company_id, scheme <> 'KVK', ${HELD_FIRST}
      ) number on number.company_id = c.id
      left join (
        select distinct on (company_id) company_id, postcode, municipality from company_profiles where deleted_at is null
         order by company_id, ${HELD_FIRST}
      ) profile on profile.company_id = c.id
     where c.deleted_at is null and c.merged_into_id is null and c.name <> c.id::text
     order by c.id
  ) to stdout (format csv, quote E'\\x01', delimiter E'\\x02')`;

/** More teach nothing that the last ones do not. */
const MOST_DECISIONS = 10_000;
/** What people decided of pairs that a scan had found, with the evidence that they saw, as a line of JSON. */
const DECISIONS = `
  copy (
    select json_build_array(status = 'SAME', reasons)::text from duplicate_pairs
     where status <> 'OPEN' and score is not null
     order by id desc limit ${MOST_DECISIONS}
  ) to stdout (format csv, quote E'\\x01', delimiter E'\\x02')`;

/** Scans for duplicates, and the pairs that they find. */
@Injectable()
export class ScansRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async latest(): Promise<ScanRow | undefined> {
    const [scan] = await rowsOf<ScanRow & Record<string, unknown>>(
      this.database.pool,
      sql`select ${COLUMNS} from duplicate_scans order by created_at desc, id desc limit 1`,
    );
    return scan;
  }

  async find(id: string): Promise<ScanRow | undefined> {
    const [scan] = await rowsOf<ScanRow & Record<string, unknown>>(
      this.database.pool,
      sql`select ${COLUMNS} from duplicate_scans where id = ${id}::uuid`,
    );
    return scan;
  }

  /** One in any of these statuses; one whose job is over, and that nobody will take up again, is given up. */
  async underWay(
    client: SqlClient,
    { queue, statuses }: { queue: string; statuses: readonly ScanStatus[] },
  ): Promise<string | undefined> {
    await rowsOf(client, sql`lock table duplicate_scans in share row exclusive mode`);
    await rowsOf(
      client,
      sql`update duplicate_scans s set status = 'FAILED', finished_at = now(), failure = 'The program ended meanwhile.'
           where s.status in ('QUEUED', 'RUNNING')
             and not ${hasJob(queue, sql`j.data ->> 'subject' = s.id::text`)}`,
    );
    const [scan] = await rowsOf<{ id: string }>(
      client,
      sql`select id from duplicate_scans where status = any(${statuses}::text[]) limit 1`,
    );
    return scan?.id;
  }

  async enqueue(client: SqlClient, by: Authorship): Promise<string> {
    const [scan] = await rowsOf<{ id: string }>(
      client,
      sql`insert into duplicate_scans (actor_id, actor_name) values (${by.actorId}::uuid, ${by.actorName}) returning id`,
    );
    if (!scan) throw new Error('Nothing was inserted into duplicate_scans');
    return scan.id;
  }

  /** Answers whether it is still to be done; one that runs already was another process's, which died. */
  async begin(id: string): Promise<boolean> {
    const rows = await rowsOf(
      this.database.pool,
      sql`update duplicate_scans set status = 'RUNNING', done = 0, seen_at = now()
           where id = ${id}::uuid and status in ('QUEUED', 'RUNNING') returning 1`,
    );
    return rows.length > 0;
  }

  /** It waits again. */
  async letGo(id: string): Promise<void> {
    await rowsOf(
      this.database.pool,
      sql`update duplicate_scans set status = 'QUEUED', done = 0 where id = ${id}::uuid and status = 'RUNNING'`,
    );
  }

  async tell(id: string, { done, total }: { done: number; total: number }): Promise<void> {
    await rowsOf(
      this.database.pool,
      sql`update duplicate_scans set done = ${done}, total = ${total}, seen_at = now()
           where id = ${id}::uuid and status = 'RUNNING'`,
    );
  }

  async fail(id: string, failure: string): Promise<void> {
    await rowsOf(
      this.database.pool,
      sql`update duplicate_scans set status = 'FAILED', failure = ${failure}, finished_at = now()
           where id = ${id}::uuid and status in ('QUEUED', 'RUNNING')`,
    );
  }

  /** What is to be scanned, and what is to be learnt from. */
  register(): Promise<Pick<ScanInput, 'companies' | 'decisions'>> {
    return this.database.reading(
      async (client) => ({
        companies: await copied(client, COMPANIES),
        decisions: await copied(client, DECISIONS),
      }),
      { kind: 'batch' },
    );
  }

  /**
   * Keeps what a scan found; what was found before and is not any more leaves the list. Decisions stay, with the score and
   * the reasons that people decided by. Of two processes that did the same scan, since one was taken for dead, the first.
   */
  async keep(client: SqlClient, id: string, { found, batches, learntFrom }: ScanResult): Promise<void> {
    const running = sql`select from duplicate_scans where id = ${id}::uuid and status = 'RUNNING' for update`;
    if ((await rowsOf(client, running)).length === 0) return;
    await client.query(`
      create temp table found_pairs (company_id uuid, other_company_id uuid, score numeric(5, 4), reasons jsonb,
        primary key (company_id, other_company_id)) on commit drop`);
    for (const batch of batches) {
      await client.query(
        `insert into found_pairs
         select p.* from jsonb_to_recordset($1::jsonb) p (company_id uuid, other_company_id uuid, score numeric, reasons jsonb)
           join companies a on a.id = p.company_id join companies b on b.id = p.other_company_id`,
        [batch],
      );
    }
    await client.query(`
      insert into duplicate_candidates as d (company_id, other_company_id, origin, score, reasons)
      select company_id, other_company_id, 'SCAN', score, reasons from found_pairs
      on conflict (company_id, other_company_id) do update
        set score = excluded.score, reasons = excluded.reasons, is_current = true
        where (d.decision is null or d.score is null)
          and (d.score, d.reasons, d.is_current) is distinct from (excluded.score, excluded.reasons, true)`);
    await client.query(`
      update duplicate_candidates d set is_current = false
       where d.origin = 'SCAN' and d.is_current and d.decision is null
         and not exists (select from found_pairs f
                          where f.company_id = d.company_id and f.other_company_id = d.other_company_id)
         -- Companies that were merged away are not compared, which says nothing about what was found of them.
         and not exists (select from companies c
                          where c.id in (d.company_id, d.other_company_id) and c.merged_into_id is not null)`);
    await client.query(
      `update duplicate_scans set status = 'DONE', found = $2, learnt_from = $3, done = total, finished_at = now()
        where id = $1`,
      [id, found, learntFrom],
    );
  }
}

async function copied(client: SqlClient, statement: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of copiedOut(client, statement)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
