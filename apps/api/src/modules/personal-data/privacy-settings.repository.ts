import { Inject, Injectable } from '@nestjs/common';
import { Database, type SqlClient } from '../../platform/database/database';
import { join, raw, rowsOf, sql, type Queryable } from '../../platform/database/sql';
import type { PrivacySettingsDto, PrivacySettingsPatch } from './privacy-settings.dto';

const COLUMN_OF = {
  controller: 'controller',
  contact: 'contact',
  contactMonths: 'contact_months',
  noteMonths: 'note_months',
  deletedDays: 'deleted_days',
  accountMonths: 'account_months',
} as const satisfies Record<keyof PrivacySettingsPatch, string>;

const FIELDS = Object.entries(COLUMN_OF) as [keyof PrivacySettingsPatch, string][];
const COLUMNS = raw(
  [
    'version',
    'updated_at as "updatedAt"',
    ...FIELDS.map(([field, column]) => `${column} as "${field}"`),
  ].join(', '),
);

export type PrivacySettings = Omit<PrivacySettingsDto, 'updatedAt'> & { updatedAt: Date };

/** The one row of terms, and what is past them. */
@Injectable()
export class PrivacySettingsRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async read(client: Queryable = this.database.pool): Promise<PrivacySettings> {
    const [row] = await rowsOf<PrivacySettings & Record<string, unknown>>(
      client,
      sql`select ${COLUMNS} from privacy_settings`,
    );
    if (!row) throw new Error('The row of privacy_settings is gone.');
    return row;
  }

  /** Undefined when somebody else changed it since `version`. */
  async change(
    client: SqlClient,
    version: number,
    patch: PrivacySettingsPatch,
  ): Promise<PrivacySettings | undefined> {
    const assigned = FIELDS.flatMap(([field, column]) =>
      patch[field] === undefined ? [] : [sql`${raw(column)} = ${patch[field]}`],
    );
    const [row] = await rowsOf<PrivacySettings & Record<string, unknown>>(
      client,
      sql`update privacy_settings set ${join([...assigned, sql`updated_at = now()`])}
           where version = ${version} returning ${COLUMNS}`,
    );
    return row;
  }

  /** How many records there are of each kind of processing that is counted. */
  async counts(): Promise<Record<string, number>> {
    const [row] = await rowsOf<{ counts: Record<string, number> }>(
      this.database.pool,
      sql`select jsonb_build_object(
            'CONTACTS', (select count(*) from contacts), 'NOTES', (select count(*) from notes),
            'COMMENTS', (select count(*) from comments),
            'SOLE_TRADERS', (select count(*) from companies where is_natural_person(legal_form) and name <> id::text),
            'ACCOUNTS', (select count(*) from users where email <> id::text),
            'FILES', (select count(*) from evidence where deleted_at is null)) as counts`,
    );
    return row?.counts ?? {};
  }

  /** Erases at most so many records whose term is over; answers how many it did. */
  async erasePast(client: SqlClient, most: number): Promise<number> {
    const [row] = await rowsOf<{ erased: number }>(
      client,
      sql`with past as materialized (
            select 'contacts' as kind, c.id from contacts c, privacy_settings s
             where c.retain_until < programme_today() or c.deleted_at < now() - make_interval(days => s.deleted_days)
            union all
            select 'notes', n.id from notes n, privacy_settings s
             where n.retain_until < programme_today() or n.deleted_at < now() - make_interval(days => s.deleted_days)
            union all
            select 'comments', c.id from comments c, privacy_settings s
             where c.withdrawn_at < now() - make_interval(days => s.deleted_days)
            union all
            select 'saved_views', v.id from saved_views v, privacy_settings s
             where v.deleted_at < now() - make_interval(days => s.deleted_days)
            union all
            select 'users', u.id from users u, privacy_settings s
             where u.deleted_at < now() - make_interval(months => s.account_months) and u.email <> u.id::text
             limit ${most})
          select count(*) filter (where erase_record(kind, id))::int as erased from past`,
    );
    return row?.erased ?? 0;
  }
}
