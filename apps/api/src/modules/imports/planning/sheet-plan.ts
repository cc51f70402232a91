import type { SheetName } from '@fieldlab/domain';

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
  /** What makes two rows equal, beside the company. */
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

export const PARTICIPATIONS: SheetPlan = {
  sheet: 'participations',
  table: 'participations',
  content: ['centre_id', 'level', 'started_on', 'ended_on', 'note'],
  company: 'company_id',
};

export const ACTIVITIES: SheetPlan = {
  sheet: 'activities',
  table: 'activities',
  content: ['centre_id', 'kind', 'title', 'held_on', 'ended_on'],
};

export const ATTENDANCES: SheetPlan = {
  sheet: 'attendances',
  table: 'attendances',
  content: ['activity_id', 'people'],
  company: 'company_id',
};

export const INVESTMENTS: SheetPlan = {
  sheet: 'investments',
  table: 'investments',
  content: [
    'centre_id',
    'source',
    'status',
    'amount_eur',
    'dated_on',
    'form',
    'funder',
    'activity_id',
    'note',
  ],
  company: 'company_id',
};

export const SPIN_OFFS: SheetPlan = {
  sheet: 'spin_offs',
  table: 'spin_offs',
  content: ['name', 'kvk_number', 'founded_on', 'dissolved_on', 'centre_ids', 'claim_level', 'evidence_url'],
  company: 'parent_company_id',
};

export const OUTCOMES: SheetPlan = {
  sheet: 'outcomes',
  table: 'outcomes',
  content: [
    'kind',
    'title',
    'centre_ids',
    'achieved_on',
    'quantity',
    'claim_level',
    'evidence_url',
    'activity_id',
  ],
  company: 'company_id',
};

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
