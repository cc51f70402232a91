import { sql, type Sql } from '../platform/database/sql';

/** The name of the firm that the company c of a record is now: records keep pointing at companies that were merged. */
export const FIRM_NAME: Sql = sql`
  case when c.merged_into_id is null then c.name
       else (select f.name from companies f where f.id = company_root(c.id)) end`;

/**
 * A condition that a column names one of these companies, or one that was merged into them. As an array, they serve the
 * index of the column.
 */
export const namesFirm = (column: Sql, ids: readonly string[]): Sql =>
  sql`${column} = any(array(select companies_merged_into(${ids}::uuid[])))`;
