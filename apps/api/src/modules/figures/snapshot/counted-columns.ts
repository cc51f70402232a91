import type { CountedTable } from '../engine/register-at';

export const COUNTED_TABLES = Object.keys({
  programmes: true,
  centres: true,
  companies: true,
  company_numbers: true,
  company_profiles: true,
  participations: true,
  activities: true,
  attendances: true,
  investments: true,
  spin_offs: true,
  outcomes: true,
} satisfies Record<CountedTable, true>) as CountedTable[];

/** What no figure is read off, nor the name of anything that is counted: it is not copied. */
export const NEVER_COUNTED = ['created_at', 'updated_at', 'match_name', 'website', 'note', 'evidence_url'];

/** Where every version of the records of a table lies. */
export const historyOf = (table: CountedTable): string => `${table}_history`;
