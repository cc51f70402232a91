import { kindOf, REGISTER_RESOURCES, snakeCase } from '@fieldlab/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { join, raw, rowsOf, sql, type Sql } from '../../platform/database/sql';
import { tableOfKind } from '../../resource/record-models';

/** A record as it is now: what it is called unless that is personal, and whether it can still be opened. */
export interface AuditedRecord {
  name: string | null;
  isGone: boolean;
}
interface Kept {
  table: string;
  name: Sql;
  joins?: Sql;
  /** When it went; tables without it lose their rows. */
  goneAt?: Sql;
}
interface Entry {
  resource: string;
  recordId: string;
}

/** A firm that is one natural person is called by that person's name. */
const FIRM = sql`case when is_natural_person(c.legal_form) then null else c.name end`;
const OF_COMPANY = sql`join companies c on c.id = t.company_id`;
const NAMELESS = sql`null::text`;
const OF_CENTRE = sql`join centres z on z.id = t.centre_id`;

/** The kinds of the register that are called by a field of theirs. */
const CALLED_BY_A_FIELD = REGISTER_RESOURCES.flatMap((resource) => {
  const { calledBy } = kindOf(resource);
  const kept = { table: tableOfKind(resource), name: sql`t.${raw(snakeCase(calledBy ?? ''))}` };
  return calledBy === undefined ? [] : [[resource, kept] as const];
});

/** Where each audited resource is kept, and what its records are called. */
const KEPT: Readonly<Record<string, Kept>> = {
  ...Object.fromEntries(CALLED_BY_A_FIELD),
  programme: { table: 'programmes', name: sql`t.name` },
  companies: { table: 'companies', name: FIRM, joins: sql`join companies c on c.id = t.id` },
  merges: { table: 'merges', name: FIRM, joins: sql`join companies c on c.id = t.survivor_id` },
  duplicates: {
    table: 'duplicate_candidates',
    name: FIRM,
    joins: OF_COMPANY,
    goneAt: sql`null::timestamptz`,
  },
  'register-proposals': {
    table: 'register_proposals',
    name: FIRM,
    joins: OF_COMPANY,
    goneAt: sql`null::timestamptz`,
  },
  participations: {
    table: 'participations',
    name: sql`concat_ws(' · ', ${FIRM}, z.name)`,
    joins: sql`${OF_COMPANY} ${OF_CENTRE}`,
  },
  attendances: {
    table: 'attendances',
    name: sql`concat_ws(' · ', ${FIRM}, v.title)`,
    joins: sql`${OF_COMPANY} join activities v on v.id = t.activity_id`,
  },
  investments: { table: 'investments', name: sql`concat_ws(' · ', z.name, t.funder)`, joins: OF_CENTRE },
  evidence: { table: 'evidence', name: sql`coalesce(t.title, t.file_name, t.url)` },
  contacts: { table: 'contacts', name: FIRM, joins: OF_COMPANY },
  notes: { table: 'notes', name: FIRM, joins: OF_COMPANY },
  comments: { table: 'comments', name: NAMELESS, goneAt: sql`t.withdrawn_at` },
  'saved-views': { table: 'saved_views', name: NAMELESS },
  'role-starts': { table: 'role_starts', name: sql`t.role::text`, goneAt: sql`null::timestamptz` },
  targets: { table: 'targets', name: sql`t.indicator` },
  rounds: { table: 'rounds', name: sql`t.period` },
  comparisons: { table: 'comparisons', name: sql`t.title` },
  'import-mappings': { table: 'import_mappings', name: sql`t.title` },
  reports: { table: 'reports', name: sql`t.title` },
  users: { table: 'users', name: NAMELESS },
  'api-tokens': { table: 'api_tokens', name: NAMELESS, goneAt: sql`t.revoked_at` },
  'privacy-settings': { table: 'privacy_settings', name: NAMELESS, goneAt: sql`null::timestamptz` },
  'access-settings': { table: 'access_settings', name: NAMELESS, goneAt: sql`null::timestamptz` },
};
const GONE: AuditedRecord = { name: null, isGone: true };

/** The records that entries of the trail are about, read where they are; like the trail it tells nothing personal. */
@Injectable()
export class AuditedRecords {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Answers how to find an entry's record; one that was erased is gone and has no name. */
  async of(entries: readonly Entry[]): Promise<(entry: Entry) => AuditedRecord> {
    const resources = [...new Set(entries.map(({ resource }) => resource))];
    const parts = resources.flatMap((resource) => {
      const kept = KEPT[resource];
      const ids = entries.filter((entry) => entry.resource === resource).map(({ recordId }) => recordId);
      return kept ? [statementFor(resource, kept, ids)] : [];
    });
    const known = new Map<string, AuditedRecord>();
    if (parts.length === 0) return () => GONE;
    const rows = await rowsOf<AuditedRecord & Entry & Record<string, unknown>>(
      this.database.pool,
      join(parts, ' union all '),
    );
    for (const { resource, recordId, name, isGone } of rows)
      known.set(`${resource}/${recordId}`, { name, isGone });
    return ({ resource, recordId }) => known.get(`${resource}/${recordId}`) ?? GONE;
  }
}

const statementFor = (resource: string, { table, name, joins, goneAt }: Kept, ids: string[]): Sql =>
  sql`select ${resource}::text as resource, t.id::text as "recordId", ${name} as name,
             ${goneAt ?? sql`t.deleted_at`} is not null as "isGone"
        from ${raw(table)} t ${joins ?? sql``} where t.id = any(${ids}::uuid[])`;
