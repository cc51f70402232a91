import { recordColumns, type SheetName } from '@fieldlab/domain';

/**
 * How the rows of a sheet are held against the register. `planned_<sheet>` holds the sheet's rows with their
 * references resolved and three answers: `fingerprint`, `record_id` and `standing`.
 *
 * A standing is
 *   KNOWN     the row was imported before, as it is now: its record stays as it is, whatever became of it
 *   EQUAL     there is a record with the same values: it stays as it is
 *   FOUND     the record is registered with other values: its blanks are filled
 *   BY_ID     the row has the id of the record: it stays as it is
 *   CHANGED   the same with other values, that are accepted: those that `changed` names are written
 *   NEW       there is no such record: it is made, as `record_id`
 *   LEFT_OUT  the record, or one that the row refers to, was deleted since it was imported
 */
export interface SheetPlan {
  sheet: SheetName;
  table: string;
  /** What makes two rows equal, beside the company; in an order that stays, as fingerprints are kept. */
  content: readonly string[];
  /** The table's column for the company, which is compared after merges. */
  company?: string;
}

export const CENTRES: SheetPlan = {
  sheet: 'centres',
  table: 'centres',
  content: [
    'code',
    'kind',
    'name',
    'type',
    'hub_code',
    'province',
    'municipality',
    'technologies',
    'started_on',
    'ended_on',
    'website',
  ],
};

export const COMPANIES: SheetPlan = {
  sheet: 'companies',
  table: 'companies',
  content: [
    'kvk_number',
    'foreign_number',
    'country',
    'name',
    'organisation_type',
    'legal_form',
    'website',
    'size_class',
    'employees',
    'sbi_code',
    'sbi_version',
    'postcode',
    'municipality',
    'province',
  ],
};

/** All that a record of the sheet holds, where rows are equal that agree in all of it. */
const byAllColumns = (sheet: SheetName, company?: string): SheetPlan => ({
  sheet,
  table: sheet,
  content: recordColumns(sheet).filter((column) => column !== company),
  ...(company !== undefined && { company }),
});

export const PARTICIPATIONS = byAllColumns('participations', 'company_id');
export const ACTIVITIES = byAllColumns('activities');
export const ATTENDANCES = byAllColumns('attendances', 'company_id');
export const INVESTMENTS = byAllColumns('investments', 'company_id');
export const SPIN_OFFS = byAllColumns('spin_offs', 'parent_company_id');
export const OUTCOMES = byAllColumns('outcomes', 'company_id');

/** In the order in which they refer back to each other. */
export const SHEET_PLANS: readonly SheetPlan[] = [
  CENTRES,
  COMPANIES,
  ACTIVITIES,
  PARTICIPATIONS,
  ATTENDANCES,
  INVESTMENTS,
  SPIN_OFFS,
  OUTCOMES,
];
