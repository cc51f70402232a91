import type { Pool } from 'pg';
import { raw, rowsOf, sql } from '../../platform/database/sql';
import {
  changesBetween,
  toVersion,
  type RecordVersion,
  type VersionRow,
} from '../../resource/record-history';
import type { Page } from '../../resource/record-repository';
import { companySpec, NUMBER_FIELDS, PROFILE_FIELDS } from './company.dto';

type Row = Record<string, unknown>;
type State = VersionRow & { numbers: Row[]; profiles: Row[] };

/** Rows of a dated table as they were at a revision, the one that holds on its day first. */
const stateAt = (table: string) => `
  (select coalesce(jsonb_agg(to_jsonb(h) - '{id,version,created_at,updated_at,deleted_at,company_id,rev_from,rev_to}'::text[]
             order by (h.valid_from is null or h.valid_from <= f.known_at::date) desc, h.valid_from desc nulls last), '[]')
     from ${table}_history h
    where h.company_id = c.id and h.rev_from <= f.id and (h.rev_to is null or h.rev_to > f.id) and h.deleted_at is null)`;

/**
 * A company's versions with its numbers and profiles in them: people see one record, wherever its parts are kept.
 * Every revision that wrote any of the parts is a step.
 */
export async function companyHistory(client: Pool, id: string): Promise<Page<RecordVersion>> {
  const rows = await rowsOf<State>(
    client,
    sql`with steps as (
          select rev_from as rev from companies_history where id = ${id}::uuid
          union select unnest(array[rev_from, rev_to]) from company_numbers_history where company_id = ${id}::uuid
          union select unnest(array[rev_from, rev_to]) from company_profiles_history where company_id = ${id}::uuid)
        select c.version, c.deleted_at is not null as deleted, to_jsonb(c) as values, f.known_at as known_from,
               lead(f.known_at) over (order by f.id) as known_to, f.actor_id, f.actor_name, f.reason,
               ${raw(stateAt('company_numbers'))} as numbers, ${raw(stateAt('company_profiles'))} as profiles
          from steps s join revisions f on f.id = s.rev
          join companies_history c on c.id = ${id}::uuid and c.rev_from <= f.id and (c.rev_to is null or c.rev_to > f.id)
         order by f.id`,
  );
  const states = rows.map((row) => ({ ...row, values: { ...row.values, ...flat(row) } }));
  const versions = states.map((row, index) => {
    const before = states[index - 1];
    const changes = {
      ...changesBetween(companySpec, before, row),
      ...mergeChanges(before, row),
      ...periodChanges(before, row),
    };
    return { ...toVersion(companySpec, row, before), changes };
  });
  return { data: versions.reverse(), total: versions.length };
}

/** The number and profile that held on the day of the revision, as columns of the company. */
function flat({ numbers, profiles }: State): Row {
  const kvk = numbers.find(({ scheme }) => scheme === 'KVK');
  const foreign = numbers.find(({ scheme }) => scheme !== 'KVK');
  return { kvk_number: kvk?.number, foreign_number: foreign?.number, ...profiles[0] };
}

/** Into which firm it was merged, or out of which it was taken again. */
function mergeChanges(before: State | undefined, after: State): RecordVersion['changes'] {
  const [from, to] = [before, after].map((state) => state?.values.merged_into_id ?? null);
  return from === to ? {} : { mergedIntoId: { from, to } };
}

/** What changed in other periods than the one that held then: shown as a whole, because no field shows it. */
function periodChanges(before: State | undefined, after: State): RecordVersion['changes'] {
  const changes: RecordVersion['changes'] = {};
  const flatChanges = changesBetween(companySpec, before, after);
  for (const [part, fields] of [
    ['numbers', NUMBER_FIELDS],
    ['profiles', PROFILE_FIELDS],
  ] as const) {
    const [from, to] = [before?.[part] ?? [], after[part]].map((periods) => periods.map(inCamelCase));
    const isShown = fields.some((name) => name in flatChanges);
    if (!isShown && JSON.stringify(from) !== JSON.stringify(to)) changes[part] = { from, to };
  }
  return changes;
}

const inCamelCase = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
