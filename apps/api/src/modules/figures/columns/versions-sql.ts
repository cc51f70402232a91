/** The kinds of records that are copied, in the order by which a copied row names its own. */
export const COPIED = [
  'companies',
  'company_profiles',
  'participations',
  'activities',
  'attendances',
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
  from: 7,
  to: 8,
} as const;
export const FIELDS = Object.keys(FIELD).length;

/** What of a company's profile it is counted by: the columns, by the names that they have here. */
export const PROFILE_TRAITS = {
  province: 'province',
  sizeClass: 'size_class',
  sbiCode: 'sbi_code',
  sbiVersion: 'sbi_version',
} as const;
export type ProfileTraits = Record<keyof typeof PROFILE_TRAITS, string | null>;

type Columns = Partial<Record<'one' | 'other' | 'first' | 'last' | 'text', string>>;

/** What is read of each kind: two records that it names, two days and a text. */
const READ: Record<CopiedKind, Columns> = {
  companies: { one: 'merged_into_id', text: 'organisation_type::text' },
  company_profiles: {
    one: 'company_id',
    other: 'group_id',
    first: 'valid_from',
    last: 'valid_to',
    text: `json_build_array(${Object.values(PROFILE_TRAITS).join(', ')})::text`,
  },
  participations: {
    one: 'company_id',
    other: 'centre_id',
    first: 'started_on',
    last: 'ended_on',
    text: 'level::text',
  },
  activities: { one: 'centre_id', first: 'held_on' },
  attendances: { one: 'company_id', other: 'activity_id' },
};

const day = (column: string | undefined): string =>
  column === undefined ? 'null::int' : `${column} - date '2000-01-01'`;

/** A statement of all versions of which the beginning or end lies among these revisions; of all without any. */
export function versionsBetween(revisions?: { first: number; last: number }): string {
  const between = revisions ? `between ${String(revisions.first)} and ${String(revisions.last)}` : undefined;
  const changed = between ? `and (rev_from ${between} or rev_to ${between})` : '';
  const each = COPIED.map((kind, index) => {
    const { one = 'null::uuid', other = 'null::uuid', first, last, text = 'null::text' } = READ[kind];
    return `select ${String(index)}, id, ${one}, ${other}, ${day(first)}, ${day(last)}, ${text}, rev_from, rev_to
              from history.${kind} where deleted_at is null ${changed}`;
  });
  return each.join(' union all ');
}

/** A statement of the revisions that became known after an instant, in that order: number and milliseconds since 1970. */
export const revisionsAfter = (instant: number): string => `
  select id, (extract(epoch from known_at) * 1000)::bigint from revisions
   where known_at > to_timestamp(${String(instant)} / 1000.0) order by known_at`;
