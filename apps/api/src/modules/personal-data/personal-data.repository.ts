import { Inject, Injectable } from '@nestjs/common';
import { Database, type SqlClient } from '../../platform/database/database';
import { join, raw, rowsOf, sql, type Queryable, type Sql } from '../../platform/database/sql';
import type { Find, Finds, Item, Place } from './personal-data.dto';
import { SOURCES, TEXTS } from './personal-texts';

const MOST_FOUND = 500;
const LONGEST_TEXT = 300;

type Row = Record<string, unknown>;

/** Where the versions of a record are, and what hangs from it that is about the same person. */
interface Whole {
  versions: string;
  /** Columns that are nobody's business: hashes and secrets. */
  without?: readonly string[];
  related?: Readonly<Record<string, Sql>>;
}

const versionsOf = (table: string, company: string): Sql =>
  sql`select to_jsonb(t) - '{rev_from,rev_to}'::text[] as row from ${raw(`${table}_history`)} t
       where t.${raw(company)} = asked.id order by t.id, t.version`;

const WHOLE: Partial<Record<Place, Whole>> = {
  contacts: { versions: 'contacts' },
  notes: { versions: 'notes' },
  comments: {
    versions: 'comments',
    related: {
      versions: sql`select to_jsonb(v) - '{comment_id}'::text[] as row from comment_versions v
                     where v.comment_id = asked.id order by v.version`,
    },
  },
  'saved-views': { versions: 'saved_views' },
  evidence: { versions: 'evidence_history' },
  merges: { versions: 'merges_history' },
  imports: { versions: 'imports' },
  reports: { versions: 'reports' },
  companies: {
    versions: 'companies_history',
    without: ['match_name'],
    related: {
      numbers: versionsOf('company_numbers', 'company_id'),
      profiles: versionsOf('company_profiles', 'company_id'),
      participations: versionsOf('participations', 'company_id'),
      attendances: versionsOf('attendances', 'company_id'),
      investments: versionsOf('investments', 'company_id'),
      outcomes: versionsOf('outcomes', 'company_id'),
    },
  },
  users: {
    versions: 'users',
    without: ['password_hash', 'oidc_subject'],
    related: {
      sessions: sql`select to_jsonb(s) - '{token_hash}'::text[] as row from sessions s where s.user_id = asked.id`,
      tokens: sql`select to_jsonb(k) - '{token_hash,seen_from}'::text[] as row from api_tokens k where k.user_id = asked.id`,
      comments: sql`select to_jsonb(c) as row from comments c where c.author_id = asked.id order by c.created_at limit 10000`,
      views: sql`select to_jsonb(v) as row from saved_views v where v.owner_id = asked.id order by v.id`,
      actions: sql`
        select jsonb_build_object('at', l.at, 'action', e.action, 'resource', e.resource, 'recordId', e.record_id) as row
          from audit_links l join audit_events e on e.link_id = l.id where l.actor_id = asked.id
         order by e.id desc limit 10000`,
    },
  },
};

const ADDRESSES: Partial<Record<Place, Sql>> = {
  users: sql`users where id`,
  contacts: sql`contacts where id`,
  companies: sql`contacts where company_id`,
};

/** Looks for persons in all that the register keeps, and erases what is about them. */
@Injectable()
export class PersonalDataRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Reads every text of the register, so it is given the time of a batch. */
  search(terms: readonly string[]): Promise<Finds> {
    return this.database.reading(
      async (client) => {
        const rows = await rowsOf<Find & { total: string } & Row>(
          client,
          sql`with asked as materialized (select ${terms}::text[] as terms, terms_in_json(${terms}::text[]) as in_json)
            select f.resource, f.id, f.field, f.name, left(f.text, ${LONGEST_TEXT}) as text, f."isCurrent",
                   f."isErasable", count(*) over () as total
              from (${join([...SOURCES], ' union all ')}) f
             where f.name is distinct from f.id
             limit ${MOST_FOUND}`,
        );
        return {
          data: rows.map(({ total: _, ...found }) => found),
          total: Number(rows[0]?.total ?? 0),
        };
      },
      { kind: 'batch' },
    );
  }

  /** Every version of a record, or of one text of it, and what is related to it. */
  async whole(
    client: Queryable,
    { resource, id, field }: Item,
  ): Promise<{ versions: Row[]; related: Record<string, Row[]> }> {
    if (resource === 'audit-events') return { versions: await reasonOf(client, id), related: {} };
    const whole = WHOLE[resource];
    if (whole) return wholeOf(client, whole, id);
    const text = TEXTS[resource];
    const column = text?.fields[field ?? ''];
    if (!text || column === undefined) return { versions: [], related: {} };
    return { versions: await textOf(client, text.versions, column, id), related: {} };
  }

  /** False where there is no such thing, or nothing of it to erase. */
  async erase(client: SqlClient, { resource, id, field }: Item): Promise<boolean> {
    const column = TEXTS[resource]?.fields[field ?? ''];
    const table = resource.replaceAll('-', '_');
    const statement =
      resource === 'audit-events'
        ? sql`select erase_reason(${id}::bigint) as erased`
        : column === undefined
          ? sql`select erase_record(${table}, ${id}::uuid) as erased`
          : sql`select erase_text(${table}, ${id}::uuid, ${column}) as erased`;
    const [row] = await rowsOf<{ erased: boolean }>(client, statement);
    return row?.erased ?? false;
  }

  /** The addresses that go with what is erased, by which mails to them are found. */
  async addressesOf(client: SqlClient, { resource, id, field }: Item): Promise<string[]> {
    const whose = field === null ? ADDRESSES[resource] : undefined;
    if (!whose) return [];
    const rows = await rowsOf<{ email: string }>(
      client,
      sql`select email from ${whose} = ${id}::uuid and email is not null`,
    );
    return rows.map(({ email }) => email);
  }
}

async function wholeOf(client: Queryable, { versions, without = [], related = {} }: Whole, id: string) {
  const asked = sql`(select ${id}::uuid as id) asked`;
  const isHistory = versions.endsWith('_history');
  const own = await rowsOf<{ row: Row } & Row>(
    client,
    sql`select to_jsonb(t) - ${['rev_from', 'rev_to', ...without]}::text[] as row
          from ${raw(versions)} t, ${asked} where t.id = asked.id ${isHistory ? sql`order by t.version` : sql``}`,
  );
  const found: Record<string, Row[]> = {};
  for (const [kind, statement] of Object.entries(related)) {
    const rows = await rowsOf<{ row: Row } & Row>(
      client,
      sql`select r.row from ${asked} cross join lateral (${statement}) r`,
    );
    found[kind] = rows.map(({ row }) => row);
  }
  return { versions: own.map(({ row }) => row), related: found };
}

const textOf = (client: Queryable, versions: string, column: string, id: string): Promise<Row[]> =>
  rowsOf<Row>(
    client,
    sql`select t.id, t.version, t.updated_at as "updatedAt", t.${raw(column)} as text
          from ${raw(versions)} t where t.id = ${id}::uuid order by t.version`,
  );

const reasonOf = (client: Queryable, id: string): Promise<Row[]> =>
  rowsOf<Row>(
    client,
    sql`select l.at, l.actor_name as actor, l.reason, e.resource, e.record_id as "recordId"
          from audit_events e join audit_links l on l.id = e.link_id where e.id = ${id}::bigint`,
  );
