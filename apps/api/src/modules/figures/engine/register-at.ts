import { raw, sql, type Sql } from '../../../platform/database/sql';
import type { ColumnsAt } from '../columns/register-columns';

/** The versions that were current at an instant; how revisions tell is in docs/decisions/0003-two-clocks.md. */
export interface Knowledge {
  /** The instant, RFC 3339 in UTC with milliseconds. */
  knownAt: string;
  /** No visible change is newer: the tables themselves hold what was known, which is the quickest to read. */
  isLatest: boolean;
  /** The highest revision number known at the instant. */
  high: string;
  /** Revisions with a lower number that became known only later. */
  late: string[];
}

export type CountedTable =
  | 'programmes'
  | 'centres'
  | 'companies'
  | 'company_numbers'
  | 'company_profiles'
  | 'participations'
  | 'activities'
  | 'attendances'
  | 'investments'
  | 'spin_offs'
  | 'outcomes';

/** The register as it was known at one instant: live records only, as relations to put in a FROM clause. */
export class RegisterAt {
  /** @param columns what companies are counted by, in columns; read when it is first asked */
  constructor(
    readonly knowledge: Knowledge,
    readonly columns: () => Promise<ColumnsAt>,
  ) {}

  table(name: CountedTable | 'evidence'): Sql {
    if (this.knowledge.isLatest) return sql`(select * from ${raw(name)} where deleted_at is null)`;
    return sql`(select * from ${raw(name)}_history where deleted_at is null and ${this.wasCurrent()})`;
  }

  /** Merged-away companies with the firm at the end of their chain: relation (id, root). */
  merged(): Sql {
    const companies = this.table('companies');
    return sql`(
      with recursive away as (select id, merged_into_id from ${companies} c where merged_into_id is not null),
      chain (id, root) as (
        select id, merged_into_id from away
        union all
        select chain.id, away.merged_into_id from chain join away on away.id = chain.root)
      select id, root from chain where not exists (select 1 from away where away.id = chain.root))`;
  }

  /** The condition on a version in the history that it was the current one. */
  wasCurrent(): Sql {
    const { high, late } = this.knowledge;
    if (late.length === 0) {
      return sql`rev_from <= ${high}::bigint and (rev_to is null or rev_to > ${high}::bigint)`;
    }
    return sql`rev_from <= ${high}::bigint and rev_from <> all(${late}::bigint[])
      and (rev_to is null or rev_to > ${high}::bigint or rev_to = any(${late}::bigint[]))`;
  }
}
