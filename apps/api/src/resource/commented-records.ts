import { COMMENTED_RESOURCE_NAMES, COMMENTED_RESOURCES, isAllowed, ROLES } from '@fieldlab/domain';
import type { CommentedResource, Role } from '@fieldlab/domain';
import { join, raw, sql, type Sql } from '../platform/database/sql';
import { firmNameOf } from './firms';

interface CommentedRecord {
  /** The table, as t, and what its name is read from. */
  from: Sql;
  name: Sql;
  /** Those of which one has to be the reader's, where that binds them; without it every reader reads all. */
  centres?: Sql;
  path: Sql;
}

const show = (resource: CommentedResource): Sql => sql`${raw(`'/${resource}/'`)} || t.id || '/show'`;
const page = (resource: CommentedResource): Sql => sql`${raw(`'/${resource}/'`)} || t.id`;
const IN_CENTRE = raw('join centres z on z.id = t.centre_id');

/** Each kind of record as who comments on it sees it; t is live. */
const RECORDS: Record<CommentedResource, CommentedRecord> = {
  centres: { from: sql`centres t`, name: sql`t.name`, path: show('centres') },
  companies: { from: sql`companies t`, name: firmNameOf('t'), path: show('companies') },
  participations: {
    from: sql`participations t join companies f on f.id = t.company_id ${IN_CENTRE}`,
    name: sql`concat_ws(' · ', ${firmNameOf('f')}, z.name)`,
    centres: sql`array[t.centre_id]`,
    path: show('participations'),
  },
  activities: {
    from: sql`activities t`,
    name: sql`t.title`,
    centres: sql`array[t.centre_id]`,
    path: show('activities'),
  },
  investments: {
    from: sql`investments t ${IN_CENTRE}`,
    name: sql`concat_ws(' · ', z.name, t.funder)`,
    centres: sql`array[t.centre_id]`,
    path: show('investments'),
  },
  'spin-offs': {
    from: sql`spin_offs t`,
    name: sql`t.name`,
    centres: sql`t.centre_ids`,
    path: show('spin-offs'),
  },
  outcomes: { from: sql`outcomes t`, name: sql`t.title`, centres: sql`t.centre_ids`, path: show('outcomes') },
  targets: {
    from: sql`targets t left join centres z on z.id = t.centre_id`,
    name: sql`concat_ws(' · ', z.name, to_char(t.due_on, 'DD-MM-YYYY'))`,
    path: show('targets'),
  },
  rounds: {
    from: sql`rounds t join round_board b on b.round_id = t.id and b.centre_id = c.centre_id`,
    name: sql`concat_ws(' · ', b.name, b.period)`,
    centres: sql`array[b.centre_id]`,
    path: sql`'/rounds/' || t.id || '/centres/' || b.centre_id`,
  },
  comparisons: { from: sql`comparisons t`, name: sql`t.title`, path: page('comparisons') },
  reports: { from: sql`reports t`, name: sql`t.title`, path: page('reports') },
};

/** The kinds of records that somebody with this role may read. */
export const readableBy = (role: Role): CommentedResource[] =>
  COMMENTED_RESOURCE_NAMES.filter((resource) => isAllowed(role, COMMENTED_RESOURCES[resource]));

/** The roles that read a kind of record. */
export const readersOf = (resource: CommentedResource): Role[] =>
  ROLES.filter((role) => isAllowed(role, COMMENTED_RESOURCES[resource]));

/**
 * Selects the live record that `c` is about (`resource`, `record_id`, and of a round `centre_id`), of one of these kinds:
 * `name`, `path`, and `centres`, which are null where they bind nobody.
 */
export const recordOfComment = (resources: readonly CommentedResource[]): Sql =>
  join(
    resources.map((resource) => {
      const { from, name, centres = sql`null`, path } = RECORDS[resource];
      return sql`select coalesce(${name}, '–') as name, ${path} as path, ${centres}::uuid[] as centres
                   from ${from}
                  where c.resource = ${resource} and t.id = c.record_id and t.deleted_at is null`;
    }),
    ' union all ',
  );
