import { NETHERLANDS, normaliseCompanyName } from '@fieldlab/domain';
import { z } from 'zod';
import { raw, sql, type Sql } from '../../platform/database/sql';
import { keptElsewhere } from '../../resource/fields';
import { ofKind } from '../../resource/kind-spec';
import { schemasOf } from '../../resource/record-schemas';
import { companiesNumbered } from '../../resource/search';
import { ownColumn, type RecordOf, type RecordSpec } from '../../resource/record-spec';
import { HELD_FIRST } from '../../resource/held-first';

/** What is kept, with its dates, in company_numbers. */
export const NUMBER_FIELDS = ['kvkNumber', 'foreignNumber'] as const;
/** What is kept, with its dates, in company_profiles. */
export const PROFILE_FIELDS = [
  'sizeClass',
  'employees',
  'sbiCode',
  'sbiVersion',
  'postcode',
  'municipality',
  'province',
  'groupId',
] as const;

const holdersOf = (numbers: readonly string[]): Sql =>
  sql`t.id = any(array(select n.company_id from company_numbers n where n.number = any(${numbers}::text[])))`;

const kind = ofKind('companies');
const {
  kvkNumber,
  foreignNumber,
  sizeClass,
  employees,
  sbiCode,
  sbiVersion,
  postcode,
  municipality,
  province,
  groupId,
  ...own
} = kind.fields;
const fields = {
  ...own,
  kvkNumber: keptElsewhere(kvkNumber, sql`kvk.number`, holdersOf),
  foreignNumber: keptElsewhere(foreignNumber, sql`foreign_one.number`, holdersOf),
  sizeClass: keptElsewhere(sizeClass, sql`pr.size_class`),
  employees: keptElsewhere(employees, sql`pr.employees`),
  sbiCode: keptElsewhere(sbiCode, sql`pr.sbi_code`),
  sbiVersion: keptElsewhere(sbiVersion, sql`pr.sbi_version`),
  postcode: keptElsewhere(postcode, sql`pr.postcode`),
  municipality: keptElsewhere(municipality, sql`pr.municipality`),
  province: keptElsewhere(province, sql`pr.province`),
  groupId: keptElsewhere(groupId, sql`pr.group_id`),
};

const CURRENT = raw(HELD_FIRST);
const currentNumber = (condition: Sql): Sql => sql`
  (select number from company_numbers n
    where n.company_id = t.id and n.deleted_at is null and ${condition} order by ${CURRENT} limit 1)`;
/** The same of every company at once. */
const currentOfAll = (table: string, condition: Sql): Sql => sql`
  (select distinct on (company_id) * from ${raw(table)} n
    where n.deleted_at is null and ${condition} order by company_id, ${CURRENT})`;
const KVK = sql`n.scheme = 'KVK'`;
const FOREIGN = sql`n.scheme <> 'KVK'`;

/**
 * In how many centres a firm takes or took part; firms merged into it are the same firm. As an array, the family serves
 * the index of participations.
 */
const centresOf = (condition: Sql): Sql => sql`
  (select count(distinct p.centre_id)::int from participations p
    where p.company_id = any(array(
            with recursive family as (
              select case when t.merged_into_id is null then t.id else company_root(t.id) end as id
              union all
              select m.id from family join companies m on m.merged_into_id = family.id and m.deleted_at is null)
            select id from family))
      and p.deleted_at is null and ${condition})`;

export const companySpec: RecordSpec<typeof fields> = {
  ...kind,
  holdsPersonalData: true,
  fields,
  joins: sql`
    left join lateral ${currentNumber(KVK)} kvk on true
    left join lateral ${currentNumber(FOREIGN)} foreign_one on true
    left join lateral (select * from company_profiles p where p.company_id = t.id and p.deleted_at is null
                        order by ${CURRENT} limit 1) pr on true`,
  setJoins: [
    {
      fields: ['kvkNumber'],
      join: sql`left join ${currentOfAll('company_numbers', KVK)} kvk on kvk.company_id = t.id`,
    },
    {
      fields: ['foreignNumber'],
      join: sql`left join ${currentOfAll('company_numbers', FOREIGN)} foreign_one on foreign_one.company_id = t.id`,
    },
    {
      fields: PROFILE_FIELDS,
      join: sql`left join ${currentOfAll('company_profiles', sql`true`)} pr on pr.company_id = t.id`,
    },
  ],
  derived: {
    mergedIntoId: { ...ownColumn('uuid', 'mergedIntoId'), onlyAnswered: true },
    centreCount: { kind: 'integer', value: centresOf(sql`true`), onlyAnswered: true },
    // Of the centres beyond the reader's own only the number shows; who is bound to none has no others.
    otherCentreCount: {
      kind: 'integer',
      value: (bound) => (bound ? centresOf(sql`p.centre_id <> all(${bound}::uuid[])`) : sql`0`),
      onlyAnswered: true,
    },
  },
  leftOutBy: 'mergedIntoId',
  computed: ({ name }) =>
    typeof name === 'string' ? { matchName: normaliseCompanyName(NETHERLANDS, name) } : {},
  search: {
    texts: [sql`searchable(t.name)`],
    prefixes: (digits) => sql`t.id = any(array(${companiesNumbered(digits)}))`,
  },
  defaultSort: 'name',
};

export const companySchemas = schemasOf(companySpec);
export type Company = RecordOf<typeof fields>;
export type CompanyFields = typeof fields;

const validity = { id: z.uuid(), validFrom: z.string().nullable(), validTo: z.string().nullable() };

export const companyNumbersSchema = z
  .object({
    data: z.array(z.object({ ...validity, scheme: z.string(), number: z.string() })),
    total: z.int(),
  })
  .meta({ id: 'CompanyNumbers' });

export const companyProfilesSchema = z
  .object({
    data: z.array(
      z.object({
        ...validity,
        sizeClass: z.string().nullable(),
        employees: z.int().nullable(),
        sbiCode: z.string().nullable(),
        sbiVersion: z.string().nullable(),
        postcode: z.string().nullable(),
        municipality: z.string().nullable(),
        province: z.string().nullable(),
        groupId: z.uuid().nullable().describe('Its parent.'),
      }),
    ),
    total: z.int(),
  })
  .meta({ id: 'CompanyProfiles' });

export const companyGroupsSchema = z
  .object({
    data: z.array(
      z.object({
        groupId: z.uuid().describe('The parent.'),
        groupName: z.string(),
        validFrom: z.string().nullable(),
        validTo: z.string().nullable(),
      }),
    ),
    total: z.int(),
  })
  .meta({ id: 'CompanyGroups' });

export type CompanyGroups = z.output<typeof companyGroupsSchema>;
export type CompanyNumbers = z.output<typeof companyNumbersSchema>;
export type CompanyProfiles = z.output<typeof companyProfilesSchema>;
