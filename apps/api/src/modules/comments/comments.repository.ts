import { Injectable } from '@nestjs/common';
import type { Queryable, Sql } from '../../platform/database/sql';
import { rowsOf, sql } from '../../platform/database/sql';
import { readersOf, recordOfComment } from '../../resource/commented-records';
import type {
  Comment,
  CommentedThing,
  CommentHistory,
  CommentInput,
  CommentPage,
  CommentPerson,
} from './comment.dto';

/** The record that a comment is about. */
export interface Commented {
  name: string;
  path: string;
  /** Null where a reader's centres do not matter. */
  centres: string[] | null;
}

type Dated = 'createdAt' | 'updatedAt' | 'withdrawnAt';
type CommentRow = Omit<Comment, Dated> &
  Record<'createdAt' | 'updatedAt', Date> & { withdrawnAt: Date | null };

const MOST_READERS = 20;
const MOST_VERSIONS = 100;

const COMMENT = sql`
  select c.id, c.version, c.created_at as "createdAt", c.updated_at as "updatedAt", c.resource, c.record_id as "recordId",
         c.centre_id as "centreId", jsonb_build_object('id', a.id, 'name', a.name) as author, c.text,
         coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name, u.id)
                     from comment_mentions m join users u on u.id = m.user_id
                    where m.comment_id = c.id and m.is_current and c.withdrawn_at is null), '[]') as mentions,
         c.withdrawn_at is null
           and exists (select from comment_versions v where v.comment_id = c.id) as "isEdited",
         c.withdrawn_at as "withdrawnAt",
         case when w.id is not null then jsonb_build_object('id', w.id, 'name', w.name) end as "withdrawnBy"
    from comments c
    join users a on a.id = c.author_id
    left join users w on w.id = c.withdrawn_by_id`;

@Injectable()
export class CommentsRepository {
  /** The live record; whether the reader sees it, its centres say. */
  async commented(client: Queryable, thing: CommentedThing): Promise<Commented | undefined> {
    const { resource, recordId, centreId } = thing;
    const [found] = await rowsOf<Commented & Record<string, unknown>>(
      client,
      sql`select r.name, r.path, r.centres
            from (select ${resource}::text as resource, ${recordId}::uuid as record_id, ${centreId ?? null}::uuid as centre_id) c
           cross join lateral (${recordOfComment([resource])}) r`,
    );
    return found;
  }

  /** Of a firm also what was said about the companies that were merged into it. */
  async thread(
    client: Queryable,
    { resource, recordId, centreId }: CommentedThing,
    { page, perPage }: { page: number; perPage: number },
  ): Promise<CommentPage> {
    const ids =
      resource === 'companies'
        ? sql`select companies_merged_into(array[${recordId}::uuid])`
        : sql`select ${recordId}::uuid`;
    const condition = sql`c.resource = ${resource} and c.record_id in (${ids})
                          and c.centre_id is not distinct from ${centreId ?? null}::uuid`;
    const [rows, counted] = [
      await read(
        client,
        sql`where ${condition} order by c.created_at desc, c.id desc
            limit ${perPage} offset ${(page - 1) * perPage}`,
      ),
      await rowsOf<{ total: number }>(
        client,
        sql`select count(*)::integer as total from comments c where ${condition}`,
      ),
    ];
    return { data: rows, total: counted[0]?.total ?? 0 };
  }

  async find(client: Queryable, id: string): Promise<Comment | undefined> {
    const [found] = await read(client, sql`where c.id = ${id}::uuid`);
    return found;
  }

  async versions(client: Queryable, id: string): Promise<CommentHistory['data']> {
    const rows = await rowsOf<{ version: number; text: string; writtenAt: Date }>(
      client,
      sql`select v.version, v.text, v.written_at as "writtenAt" from comment_versions v where v.comment_id = ${id}::uuid
           union all
          select c.version, c.text, c.updated_at from comments c where c.id = ${id}::uuid and c.text is not null
           order by version desc limit ${MOST_VERSIONS}`,
    );
    return rows.map((row) => ({ ...row, writtenAt: row.writtenAt.toISOString() }));
  }

  /** Live accounts that may see the record, by name; of these ids alone where some are given. */
  async readers(
    client: Queryable,
    { resource }: CommentedThing,
    { centres }: Commented,
    { q, ids }: { q?: string | undefined; ids?: readonly string[] },
  ): Promise<CommentPerson[]> {
    return rowsOf<CommentPerson & Record<string, unknown>>(
      client,
      sql`select u.id, u.name from users u
           where u.deleted_at is null and u.role::text = any(${readersOf(resource)}::text[])
             and (u.role <> 'COORDINATOR' or ${centres}::uuid[] is null or u.centre_ids && ${centres}::uuid[])
             and (${ids ?? null}::uuid[] is null or u.id = any(${ids ?? null}::uuid[]))
             and (${q ?? null}::text is null
                  or searchable(u.name) like '%' || like_pattern(searchable(${q ?? null}::text)) || '%')
           order by u.name, u.id limit ${MOST_READERS}`,
    );
  }

  async insert(client: Queryable, authorId: string, input: CommentInput): Promise<string> {
    const { resource, recordId, centreId, text, mentions } = input;
    const [made] = await rowsOf<{ id: string }>(
      client,
      sql`insert into comments (resource, record_id, centre_id, author_id, text)
          values (${resource}, ${recordId}::uuid, ${centreId ?? null}::uuid, ${authorId}::uuid, ${text}) returning id`,
    );
    const id = made?.id ?? '';
    await this.setMentions(client, id, mentions);
    return id;
  }

  async change(client: Queryable, id: string, text: string): Promise<void> {
    await rowsOf(
      client,
      sql`update comments set text = ${text}, updated_at = now()
           where id = ${id}::uuid and text is distinct from ${text}`,
    );
  }

  /** Who is named already is not told anew. */
  async setMentions(client: Queryable, id: string, userIds: readonly string[]): Promise<void> {
    await rowsOf(
      client,
      sql`update comment_mentions set is_current = false
           where comment_id = ${id}::uuid and is_current and user_id <> all(${userIds}::uuid[])`,
    );
    await rowsOf(
      client,
      sql`insert into comment_mentions (comment_id, user_id)
          select distinct ${id}::uuid, u from unnest(${userIds}::uuid[]) u
          on conflict (comment_id, user_id) do update set is_current = true`,
    );
  }

  async withdraw(client: Queryable, id: string, by: string): Promise<void> {
    await rowsOf(
      client,
      sql`update comments set text = null, withdrawn_at = now(), withdrawn_by_id = ${by}::uuid, updated_at = now()
           where id = ${id}::uuid`,
    );
  }
}

async function read(client: Queryable, rest: Sql): Promise<Comment[]> {
  const rows = await rowsOf<CommentRow & Record<string, unknown>>(client, sql`${COMMENT} ${rest}`);
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  }));
}
