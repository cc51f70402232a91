import type { PoolClient, QueryResultRow } from 'pg';
import type { Sql } from './sql';

const BATCH = 1000;

/** The rows of a statement, some at a time, within the transaction under way. */
export async function* inBatches<Row extends QueryResultRow>(
  client: PoolClient,
  { text, values }: Sql,
): AsyncGenerator<Row[]> {
  await client.query(`declare batches no scroll cursor for ${text}`, values);
  for (let more = true; more;) {
    const { rows } = await client.query<Row>(`fetch ${BATCH} from batches`);
    if (rows.length > 0) yield rows;
    more = rows.length === BATCH;
  }
  await client.query('close batches');
}
