import { Inject, Injectable } from '@nestjs/common';
import type { Language, Role } from '@fieldlab/domain';
import type { Pool } from 'pg';
import { Database, type SqlClient } from '../../platform/database/database';
import { lockRow } from '../../platform/database/lock-row';
import { allOf, join, raw, rowsOf, sql, type Sql } from '../../platform/database/sql';
import type { UsersQuery } from './users.dto';

type Client = Pool | SqlClient;

/** A user as administrators see them; nothing in it proves who anybody is. */
export interface UserRow {
  id: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  email: string;
  name: string;
  role: Role;
  centreIds: string[];
  language: Language;
  canSignIn: boolean;
  hasSecondFactor: boolean;
  lastSeenAt: Date | null;
  /** When the mail of the newest invitation was given up; null for any other. */
  invitationGivenUpAt: Date | null;
}

export interface UserValues {
  email: string;
  name: string;
  role: Role;
  centreIds: readonly string[];
  language: Language;
}

type ChangedValues = { [K in keyof UserValues]?: UserValues[K] | undefined };

const USER = sql`
  select u.id, u.version, u.created_at as "createdAt", u.updated_at as "updatedAt", u.email, u.name, u.role,
         u.centre_ids as "centreIds", u.language,
         (u.password_hash is not null or u.oidc_subject is not null) as "canSignIn",
         exists (select 1 from second_factors f where f.user_id = u.id and f.confirmed_at is not null)
           as "hasSecondFactor",
         (select max(s.last_seen_at) from sessions s where s.user_id = u.id) as "lastSeenAt",
         (select g.given_up_at from one_time_links l join mails_given_up g on g.id = l.mail_id
           where l.user_id = u.id and l.purpose = 'INVITATION' and l.used_at is null
           order by l.created_at desc limit 1) as "invitationGivenUpAt"
    from users u`;
const SORT_COLUMNS: Record<string, string> = {
  name: 'u.name',
  email: 'lower(u.email)',
  role: 'u.role',
  createdAt: 'u.created_at',
  updatedAt: 'u.updated_at',
};

@Injectable()
export class UsersRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async list(query: UsersQuery): Promise<{ rows: UserRow[]; total: number }> {
    const where = allOf(conditionsOf(query));
    const { pool } = this.database;
    const rows = await this.rows(
      pool,
      sql`${USER} where ${where} ${orderBy(query.sort)}
           limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`,
    );
    const counted = sql`select count(*)::int as total from users u where ${where}`;
    const [count] = await rowsOf<{ total: number }>(pool, counted);
    return { rows, total: count?.total ?? 0 };
  }

  async find(id: string, client: Client = this.database.pool): Promise<UserRow | undefined> {
    const [row] = await this.rows(client, sql`${USER} where u.deleted_at is null and u.id = ${id}::uuid`);
    return row;
  }

  /** Who came with the demonstration programme, and is still there. */
  async demonstrationAccounts(client: Client = this.database.pool): Promise<UserRow[]> {
    return this.rows(
      client,
      sql`${USER} where u.deleted_at is null and u.is_demonstration order by u.name, u.id`,
    );
  }

  /** The same, and nobody changes it before this transaction ends. */
  async findForWrite(id: string, client: SqlClient): Promise<UserRow | undefined> {
    await lockRow(client, 'users', id);
    return this.find(id, client);
  }

  async insert(client: SqlClient, values: UserValues, passwordHash: string | undefined): Promise<string> {
    const { email, name, role, centreIds, language } = values;
    const [row] = await rowsOf<{ id: string }>(
      client,
      sql`insert into users (email, name, role, centre_ids, language, password_hash, password_changed_at)
          values (${email}, ${name}, ${role}::user_role, ${centreIds}::uuid[], ${language}, ${passwordHash ?? null},
                  case when ${passwordHash !== undefined} then now() end)
          returning id`,
    );
    if (!row) throw new Error('The user was not inserted.');
    return row.id;
  }

  /** Once an administrator gives a role, a provider's claim no longer does. */
  async update(client: SqlClient, id: string, values: ChangedValues): Promise<void> {
    const { email, name, role, centreIds, language } = values;
    const changes = [
      ...(email === undefined ? [] : [sql`email = ${email}`]),
      ...(name === undefined ? [] : [sql`name = ${name}`]),
      ...(role === undefined ? [] : [sql`role = ${role}::user_role, role_from_provider = false`]),
      ...(centreIds === undefined ? [] : [sql`centre_ids = ${centreIds}::uuid[]`]),
      ...(language === undefined ? [] : [sql`language = ${language}`]),
    ];
    await rowsOf(
      client,
      sql`update users set ${join(changes)} where id = ${id}::uuid and deleted_at is null`,
    );
  }

  /** Of who left, nothing is kept that proves who they are. */
  async setDeleted(client: SqlClient, id: string): Promise<void> {
    await rowsOf(
      client,
      sql`update users set deleted_at = now(), password_hash = null, oidc_issuer = null, oidc_subject = null
           where id = ${id}::uuid and deleted_at is null`,
    );
    await rowsOf(client, sql`delete from second_factors where user_id = ${id}::uuid`);
  }

  async countOtherAdministrators(client: SqlClient, id: string): Promise<number> {
    const [row] = await rowsOf<{ count: number }>(
      client,
      sql`select count(*)::int as count from users
           where role = 'ADMIN' and deleted_at is null and id <> ${id}::uuid
             and (password_hash is not null or oidc_subject is not null)`,
    );
    return row?.count ?? 0;
  }

  /** Which of these are no live centre. */
  async unknownCentres(client: SqlClient, ids: readonly string[]): Promise<Set<string>> {
    const rows = await rowsOf<{ id: string }>(
      client,
      sql`select wanted.id from unnest(${ids}::uuid[]) wanted (id)
           where not exists (select 1 from centres c where c.id = wanted.id and c.deleted_at is null)`,
    );
    return new Set(rows.map(({ id }) => id));
  }

  private rows(client: Client, statement: Sql): Promise<UserRow[]> {
    return rowsOf<UserRow & Record<string, unknown>>(client, statement);
  }
}

function conditionsOf({ q, id, role, email, centreIds }: UsersQuery): Sql[] {
  const words = q?.split(/\s+/).filter((word) => word !== '') ?? [];
  return [
    sql`u.deleted_at is null`,
    ...(id ? [sql`u.id = any (${id}::uuid[])`] : []),
    ...(role ? [sql`u.role = any (${role}::text[]::user_role[])`] : []),
    ...(email ? [sql`lower(u.email) = any (${email.map((one) => one.toLowerCase())}::text[])`] : []),
    ...(centreIds ? [sql`u.centre_ids && ${centreIds}::uuid[]`] : []),
    ...words.map(
      (word) => sql`(searchable(u.name || ' ' || u.email) like '%' || like_pattern(searchable(${word})) || '%'
                     or searchable(${word}) <% searchable(u.name))`,
    ),
  ];
}

function orderBy(sort: string): Sql {
  const column = raw(SORT_COLUMNS[sort.replace(/^-/, '')] ?? 'u.name');
  return sql`order by ${column} ${raw(sort.startsWith('-') ? 'desc' : 'asc')}, u.id`;
}
