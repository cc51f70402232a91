import { Injectable } from '@nestjs/common';
import type { Role, ViewedResource, ViewState } from '@fieldlab/domain';
import { rowsOf, sql, type Queryable, type Sql } from '../../platform/database/sql';
import type { SavedView, SavedViewChange, SavedViewInput } from './saved-view.dto';

type Dated = 'createdAt' | 'updatedAt';
type SavedViewRow = Omit<SavedView, Dated> & Record<Dated, Date> & { total?: number };

const MOST_LISTED = 300;

const VIEW = sql`
  v.id, v.version, v.created_at as "createdAt", v.updated_at as "updatedAt", v.resource, v.name, v.state,
  v.is_shared as "isShared", jsonb_build_object('id', o.id, 'name', o.name) as owner,
  array(select s.role::text from role_starts s where s.view_id = v.id order by s.role) as "startOf"`;
const VIEWS = sql`from saved_views v join users o on o.id = v.owner_id`;

@Injectable()
export class SavedViewsRepository {
  /** Their own, and what colleagues share, of these lists. */
  async list(
    client: Queryable,
    userId: string,
    resources: readonly ViewedResource[],
  ): Promise<{ data: SavedView[]; total: number }> {
    const rows = await rowsOf<SavedViewRow>(
      client,
      sql`select ${VIEW}, count(*) over ()::integer as total ${VIEWS}
           where v.deleted_at is null and v.resource = any(${resources}::text[])
             and (v.owner_id = ${userId}::uuid or v.is_shared)
           order by v.owner_id = ${userId}::uuid desc, lower(v.name), v.id limit ${MOST_LISTED}`,
    );
    return { data: rows.map(toDto), total: rows[0]?.total ?? 0 };
  }

  find(client: Queryable, id: string): Promise<SavedView | undefined> {
    return one(client, sql`where v.id = ${id}::uuid and v.deleted_at is null`);
  }

  findDeleted(client: Queryable, id: string): Promise<SavedView | undefined> {
    return one(client, sql`where v.id = ${id}::uuid and v.deleted_at is not null`);
  }

  async countOf(client: Queryable, ownerId: string): Promise<number> {
    const [row] = await rowsOf<{ count: number }>(
      client,
      sql`select count(*)::integer as count from saved_views
           where owner_id = ${ownerId}::uuid and deleted_at is null`,
    );
    return row?.count ?? 0;
  }

  async insert(client: Queryable, ownerId: string, input: SavedViewInput): Promise<string> {
    const { resource, name, state, isShared } = input;
    const [made] = await rowsOf<{ id: string }>(
      client,
      sql`insert into saved_views (owner_id, resource, name, state, is_shared)
          values (${ownerId}::uuid, ${resource}, ${name}, ${JSON.stringify(state)}::jsonb, ${isShared})
          returning id`,
    );
    return made?.id ?? '';
  }

  async change(client: Queryable, id: string, change: SavedViewChange): Promise<void> {
    const { name, state, isShared } = change;
    await rowsOf(
      client,
      sql`update saved_views
             set name = coalesce(${name ?? null}, name), is_shared = coalesce(${isShared ?? null}, is_shared),
                 state = coalesce(${json(state)}::jsonb, state), updated_at = now()
           where id = ${id}::uuid`,
    );
  }

  async setDeleted(client: Queryable, id: string, isDeleted: boolean): Promise<void> {
    await rowsOf(
      client,
      sql`update saved_views set deleted_at = case when ${isDeleted} then now() end, updated_at = now()
           where id = ${id}::uuid`,
    );
  }
}

/** Where a role comes in: at a view that is still shared, or at the overview. */
export const startOf = (client: Queryable, role: Role): Promise<SavedView | undefined> =>
  one(
    client,
    sql`join role_starts s on s.view_id = v.id
        where s.role = ${role}::user_role and v.is_shared and v.deleted_at is null`,
  );

const json = (state: ViewState | undefined): string | null => (state ? JSON.stringify(state) : null);

async function one(client: Queryable, rest: Sql): Promise<SavedView | undefined> {
  const [row] = await rowsOf<SavedViewRow>(client, sql`select ${VIEW} ${VIEWS} ${rest}`);
  return row && toDto(row);
}

const toDto = ({ total: _, ...row }: SavedViewRow): SavedView => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
