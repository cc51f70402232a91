import { ownColumns, recordFields, type SheetName } from '@fieldlab/domain';
import { HELD_FIRST } from '../../../resource/held-first';

/**
 * One column of a row that is held against the record it is: SQL on `p`, the planned row, and `record`.
 * What is shown may differ from what is compared: of a company its name, of an end its last day.
 */
export interface Compared {
  /** As it is staged, and as `changed` names it. */
  column: string;
  was: string;
  becomes: string;
  /** Without it, what is shown is what is compared. */
  differs?: string;
}

export interface Comparison {
  sheet: SheetName;
  table: string;
  /** More of the record than its own row. */
  joins: string;
  columns: readonly Compared[];
  /** A record that somebody bound to `own_centres` may read. */
  readable: string;
}

const same = (...columns: string[]): Compared[] =>
  columns.map((column) => ({ column, was: `record.${column}`, becomes: `p.${column}` }));

/** A blank of these means what the register gives them. */
const withDefault = (column: string, value: string): Compared => ({
  column,
  was: `record.${column}`,
  becomes: `coalesce(p.${column}, ${value})`,
});

const LAST_DAY: Compared = {
  column: 'ended_on',
  was: 'record.ended_on - 1',
  becomes: 'p.ended_on - 1',
};

const list = (column: string): Compared => ({
  column,
  was: `nullif(array_to_string(record.${column}, '; '), '')`,
  becomes: `array_to_string(p.${column}, '; ')`,
});

/** What a record holds as its row does. */
const ownOf = (sheet: SheetName): Compared[] => {
  const fields = recordFields(sheet);
  return ownColumns(sheet).flatMap((column) => {
    if (column === 'ended_on') return LAST_DAY;
    return fields.get(column)?.type === 'textList' ? list(column) : same(column);
  });
};

/** Companies are compared after merges, and shown by name. */
const company = (column: string, recordColumn = 'company_id'): { joins: string; compared: Compared } => ({
  joins: `
    left join merged_companies merged on merged.company_id = record.${recordColumn}
    left join companies was_company on was_company.id = coalesce(merged.root_id, record.${recordColumn})
    left join companies is_company on is_company.id = p.company_id`,
  compared: {
    column,
    was: 'was_company.name',
    becomes: `coalesce(is_company.name, p.${column})`,
    differs: 'was_company.id is distinct from p.company_id',
  },
});

const CENTRE_JOIN = 'join centres was_centre on was_centre.id = record.centre_id';
const CENTRE: Compared = {
  column: 'centre_code',
  was: 'was_centre.code',
  becomes: 'p.centre_code',
  differs: 'record.centre_id is distinct from p.centre_id',
};
const ACTIVITY_JOIN = `
  left join activities was_activity on was_activity.id = record.activity_id
  left join planned_activities is_activity on is_activity.record_id = p.activity_id`;
const ACTIVITY: Compared = {
  column: 'activity_ref',
  was: 'was_activity.title',
  becomes: 'coalesce(is_activity.title, p.activity_ref)',
  differs: 'record.activity_id is distinct from p.activity_id',
};
const CENTRES: Compared = {
  column: 'centre_codes',
  was: `(select string_agg(z.code, '; ' order by z.code) from centres z where z.id = any(record.centre_ids))`,
  becomes: `(select string_agg(code, '; ' order by code) from unnest(p.centre_codes) code)`,
  differs: `not (record.centre_ids @> p.centre_ids and p.centre_ids @> record.centre_ids)`,
};

const OWN_CENTRE = 'record.centre_id in (select id from own_centres)';
const OWN_CENTRES = 'record.centre_ids && array(select id from own_centres)';

const COMPANY = company('company_ref');
const PARENT = company('parent_company_ref', 'parent_company_id');

/** The number that holds today, or else the latest. */
const numberOf = (scheme: string): string => `
  left join lateral (
    select n.id, n.number from company_numbers n
     where n.company_id = record.id and n.deleted_at is null and n.scheme ${scheme}
     order by ${HELD_FIRST} limit 1)`;

export const comparisonOfCompanies = (country: string, numberScheme: string): Comparison => ({
  sheet: 'companies',
  table: 'companies',
  joins: `
    left join reference_profiles profile on profile.company_id = record.id
    ${numberOf(`= '${numberScheme}'`)} own_number on true
    ${numberOf(`<> '${numberScheme}'`)} foreign_one on true`,
  columns: [
    ...same('name', 'legal_form', 'website'),
    withDefault('country', `'${country}'`),
    withDefault('organisation_type', "'BUSINESS'"),
    { column: 'kvk_number', was: 'own_number.number', becomes: 'p.kvk_number' },
    { column: 'foreign_number', was: 'foreign_one.number', becomes: 'p.foreign_number' },
    ...['size_class', 'employees', 'sbi_code', 'sbi_version', 'postcode', 'municipality', 'province'].map(
      (column): Compared => ({ column, was: `profile.${column}`, becomes: `p.${column}` }),
    ),
  ],
  readable: 'true',
});

export const COMPARISONS = {
  programme: {
    sheet: 'programme',
    table: 'programmes',
    joins: '',
    columns: ownOf('programme'),
    readable: 'true',
  },
  centres: {
    sheet: 'centres',
    table: 'centres',
    joins: 'left join centres was_hub on was_hub.id = record.hub_id',
    columns: [...ownOf('centres'), { column: 'hub_code', was: 'was_hub.code', becomes: 'p.hub_code' }],
    readable: 'true',
  },
  activities: {
    sheet: 'activities',
    table: 'activities',
    joins: CENTRE_JOIN,
    columns: [CENTRE, ...ownOf('activities')],
    readable: OWN_CENTRE,
  },
  participations: {
    sheet: 'participations',
    table: 'participations',
    joins: `${CENTRE_JOIN} ${COMPANY.joins}`,
    columns: [COMPANY.compared, CENTRE, ...ownOf('participations')],
    readable: OWN_CENTRE,
  },
  attendances: {
    sheet: 'attendances',
    table: 'attendances',
    joins: `${ACTIVITY_JOIN} ${COMPANY.joins}`,
    columns: [ACTIVITY, COMPANY.compared, ...ownOf('attendances')],
    readable: `exists (select from activities a where a.id = record.activity_id
                          and a.centre_id in (select id from own_centres))`,
  },
  investments: {
    sheet: 'investments',
    table: 'investments',
    joins: `${CENTRE_JOIN} ${ACTIVITY_JOIN} ${COMPANY.joins}`,
    columns: [CENTRE, ...ownOf('investments'), COMPANY.compared, ACTIVITY],
    readable: OWN_CENTRE,
  },
  spin_offs: {
    sheet: 'spin_offs',
    table: 'spin_offs',
    joins: PARENT.joins,
    columns: [...ownOf('spin_offs'), CENTRES, PARENT.compared],
    readable: OWN_CENTRES,
  },
  outcomes: {
    sheet: 'outcomes',
    table: 'outcomes',
    joins: `${ACTIVITY_JOIN} ${COMPANY.joins}`,
    columns: [...ownOf('outcomes'), COMPANY.compared, CENTRES, ACTIVITY],
    readable: OWN_CENTRES,
  },
} as const satisfies Record<Exclude<SheetName, 'companies'>, Comparison>;
