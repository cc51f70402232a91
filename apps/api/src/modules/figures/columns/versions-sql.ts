import type { Location } from '@fieldlab/domain';

/** The kinds of records that are copied, in the order by which a copied row names its own. */
export const COPIED = [
  'companies',
  'company_profiles',
  'participations',
  'activities',
  'attendances',
  'spin_offs',
  'outcomes',
  'investments',
  'evidence',
] as const;
export type CopiedKind = (typeof COPIED)[number];

/** Where each field stands in a copied row. */
export const FIELD = {
  kind: 0,
  id: 1,
  one: 2,
  other: 3,
  first: 4,
  last: 5,
  text: 6,
  amount: 7,
  from: 8,
  to: 9,
} as const;
export const FIELDS = Object.keys(FIELD).length;

const LINK = `case when evidence_url is not null then 'LINK' end`;

/** What records are counted and broken down by, beside their company, centres and days: the columns, by the names here. */
export const TRAITS = {
  company_profiles: {
    sizeClass: 'size_class',
    sbiCode: 'sbi_code',
    sbiVersion: 'sbi_version',
  },
  activities: { kind: 'kind' },
  spin_offs: { claimLevel: 'claim_level', link: LINK },
  outcomes: { kind: 'kind', claimLevel: 'claim_level', link: LINK },
  investments: { status: 'status', source: 'source', form: 'form', funder: 'funder' },
} as const satisfies Partial<Record<CopiedKind, Readonly<Record<string, string>>>>;
/** Where companies are, which is kept beside their traits: with towns nearly every combination of them would be another. */
const LOCATION = { province: 'province', municipality: 'municipality' } as const satisfies Record<
  keyof Location,
  string
>;
export const LOCATION_NAMES = Object.keys(LOCATION);
export type KindWithTraits = keyof typeof TRAITS;
export type TraitsOf<Kind extends KindWithTraits> = Readonly<
  Record<keyof (typeof TRAITS)[Kind], string | null>
>;
export type ProfileTraits = TraitsOf<'company_profiles'>;

/** What is read of each kind: two records that it names, two days, a text and what it adds. */
type Columns = Partial<Record<'one' | 'other' | 'first' | 'last' | 'text' | 'amount', string>>;

const textOf = (columns: Readonly<Record<string, string>>): string =>
  `json_build_array(${Object.values(columns).join(', ')})::text`;
const traits = (kind: KindWithTraits): string => textOf(TRAITS[kind]);
/** Behind a line's end, which JSON has none of. */
const located = (kind: KindWithTraits): string => `${textOf(LOCATION)} || chr(10) || ${traits(kind)}`;
/** The traits behind the centres, which stand between braces. */
const placed = (kind: KindWithTraits, centres: string): string => `${centres}::text || ${traits(kind)}`;

const READ: Record<CopiedKind, Columns> = {
  companies: { one: 'merged_into_id', text: 'organisation_type::text' },
  company_profiles: {
    one: 'company_id',
    other: 'group_id',
    first: 'valid_from',
    last: 'valid_to',
    text: located('company_profiles'),
  },
  participations: {
    one: 'company_id',
    other: 'centre_id',
    first: 'started_on',
    last: 'ended_on',
    text: 'level::text',
  },
  activities: { first: 'held_on', text: placed('activities', 'array[centre_id]') },
  attendances: { one: 'company_id', other: 'activity_id', amount: 'people' },
  spin_offs: { first: 'founded_on', last: 'dissolved_on', text: placed('spin_offs', 'centre_ids') },
  outcomes: {
    one: 'company_id',
    first: 'achieved_on',
    text: placed('outcomes', 'centre_ids'),
    amount: 'quantity',
  },
  investments: {
    one: 'company_id',
    first: 'dated_on',
    text: placed('investments', 'array[centre_id]'),
    amount: 'amount_eur',
  },
  evidence: { one: 'record_id', text: "replace(resource, '-', '_')" },
};

const day = (column: string | undefined): string =>
  column === undefined ? 'null::int' : `${column} - date '2000-01-01'`;
const hundredths = (column: string | undefined): string =>
  column === undefined ? 'null::bigint' : `(100::numeric * ${column})::bigint`;

/** A statement of all versions of which the beginning or end lies among these revisions; of all without any. */
export function versionsBetween(revisions?: { first: number; last: number }): string {
  const between = revisions ? `between ${String(revisions.first)} and ${String(revisions.last)}` : undefined;
  const changed = between ? `and (rev_from ${between} or rev_to ${between})` : '';
  const each = COPIED.map((kind, index) => {
    const { one = 'null::uuid', other = 'null::uuid', first, last, text = 'null::text', amount } = READ[kind];
    return `select ${String(index)}, id, ${one}, ${other}, ${day(first)}, ${day(last)}, ${text}, ${hundredths(amount)},
                   rev_from, rev_to
              from ${kind}_history where deleted_at is null ${changed}`;
  });
  return each.join(' union all ');
}

/** A statement of the revisions that became known after an instant, in that order: number and milliseconds since 1970. */
export const revisionsAfter = (instant: number): string => `
  select id, (extract(epoch from known_at) * 1000)::bigint from revisions
   where known_at > to_timestamp(${String(instant)} / 1000.0) order by known_at`;
