import type { Pool } from 'pg';
import type { SqlClient } from '../../platform/database/database';
import { allOf, raw, rowsOf, sql, type Sql } from '../../platform/database/sql';
import type { DUPLICATE_STATUSES, DuplicateList } from './duplicate.dto';

type Client = Pool | SqlClient;

/** A pair as it is kept. */
export interface PairRow {
  id: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  leftId: string;
  rightId: string;
  /** Null while no scan has seen the pair. */
  score: number | null;
  /** `published` is missing where a scan of before learning found them. */
  reasons: { code: string; words: string; weight: number; published?: number }[];
  status: (typeof DUPLICATE_STATUSES)[number];
}

const COLUMNS = sql`p.id, p.version, p.created_at as "createdAt", p.updated_at as "updatedAt", p.left_id as "leftId",
  p.right_id as "rightId", p.score::float8 as score, p.reasons, p.status`;
/** What an import found is of one name and postcode: likelier than most, before a scan says how likely. */
const SCORE = sql`coalesce(p.score, 1)`;

const ORDERS: Record<DuplicateList['sort'], Sql> = {
  '-score': sql`${SCORE} desc, p.id`,
  score: sql`${SCORE}, p.id`,
  createdAt: sql`p.created_at, p.id`,
  '-createdAt': sql`p.created_at desc, p.id`,
};

export async function listPairs(
  client: Client,
  query: DuplicateList,
): Promise<{ rows: PairRow[]; total: number }> {
  const where = conditionsOf(query);
  const offset = (query.page - 1) * query.perPage;
  const rows = await rowsOf<PairRow & { total: number }>(
    client,
    sql`select ${COLUMNS}, count(*) over ()::int as total from duplicate_pairs p
         where ${where} order by ${ORDERS[query.sort]} limit ${query.perPage} offset ${offset}`,
  );
  const [first] = rows;
  return { rows, total: first?.total ?? (query.page > 1 ? await countPairs(client, where) : 0) };
}

async function countPairs(client: Client, where: Sql): Promise<number> {
  const [row] = await rowsOf<{ total: number }>(
    client,
    sql`select count(*)::int as total from duplicate_pairs p where ${where}`,
  );
  return row?.total ?? 0;
}

function conditionsOf({ status, minScore, id, companyId, importId }: DuplicateList): Sql {
  const conditions: Sql[] = [];
  if (status) conditions.push(sql`p.status = any(${status}::text[])`);
  if (minScore !== undefined) conditions.push(sql`${SCORE} >= ${minScore}::float8`);
  if (id) conditions.push(sql`p.id = any(${id}::uuid[])`);
  if (companyId)
    conditions.push(sql`(p.left_id = any(${companyId}::uuid[]) or p.right_id = any(${companyId}::uuid[]))`);
  if (importId) conditions.push(sql`p.id in (select pairs_of_import(i) from unnest(${importId}::uuid[]) i)`);
  return allOf(conditions);
}

export async function findPair(client: Client, id: string): Promise<PairRow | undefined> {
  const [row] = await rowsOf<PairRow & Record<string, unknown>>(
    client,
    sql`select ${COLUMNS} from duplicate_pairs p where p.id = ${id}::uuid`,
  );
  return row;
}

/** Remembers that the two are different firms, or takes that back. */
export async function decidePair(client: SqlClient, id: string, isDifferent: boolean): Promise<void> {
  const [decision, decidedAt] = isDifferent ? [raw(`'DIFFERENT'`), raw('now()')] : [raw('null'), raw('null')];
  await rowsOf(
    client,
    sql`update duplicate_candidates set decision = ${decision}, decided_at = ${decidedAt} where id = ${id}::uuid`,
  );
}
