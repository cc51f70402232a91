import type { ColumnClient } from '../../../platform/columns/column-store';
import { join, raw, rowsOf, sql, type Queryable } from '../../../platform/database/sql';
import type { CountedTable } from '../engine/register-at';

/**
 * A sole trader is a person: of one there is the id, and what figures are read off, but nothing by which it is found.
 * By table: which company a record is of, and the columns that are left out of it.
 */
const PERSONAL: Partial<Record<CountedTable, { company: string; columns: readonly string[] }>> = {
  companies: { company: 'id', columns: ['name', 'legal_form'] },
  company_numbers: { company: 'company_id', columns: ['scheme', 'number'] },
  company_profiles: { company: 'company_id', columns: ['postcode', 'municipality', 'employees'] },
  outcomes: { company: 'company_id', columns: ['title'] },
  investments: { company: 'company_id', columns: ['funder'] },
};

/** Takes out of copied tables what tells who a sole trader is, be it by what was known or by what is known now. */
export async function withoutPersons(register: Queryable, copied: ColumnClient): Promise<void> {
  const found = await rowsOf<{ id: string }>(
    register,
    sql`select distinct id from companies_history where is_natural_person(legal_form)`,
  );
  const ids = found.map(({ id }) => id);
  for (const [table, { company, columns }] of Object.entries(PERSONAL)) {
    const nothing = join(columns.map((column) => sql`${raw(column)} = null`));
    await rowsOf(
      copied,
      sql`update ${raw(table)} set ${nothing} where ${raw(company)} in (select unnest(${ids}::uuid[]))`,
    );
  }
}
