import { Injectable } from '@nestjs/common';
import type { Role, StartChoice } from '@fieldlab/domain';
import { rowsOf, sql, type Queryable } from '../../platform/database/sql';

export interface RoleStartRow {
  role: Role;
  version: number;
  updatedAt: Date;
  viewId: string | null;
}
export interface OwnStartRow {
  choice: StartChoice;
  viewId: string | null;
}

const ROLE_START = sql`role::text as role, version, updated_at as "updatedAt", view_id as "viewId"`;

/** Where people come in after signing in. */
@Injectable()
export class StartsRepository {
  ofRoles(client: Queryable): Promise<RoleStartRow[]> {
    return rowsOf<RoleStartRow & Record<string, unknown>>(
      client,
      sql`select ${ROLE_START} from role_starts order by role_starts.role`,
    );
  }

  /** Undefined when somebody else changed it since `version`. */
  async setOfRole(
    client: Queryable,
    role: Role,
    version: number,
    viewId: string | null,
  ): Promise<RoleStartRow | undefined> {
    const [row] = await rowsOf<RoleStartRow & Record<string, unknown>>(
      client,
      sql`update role_starts set view_id = ${viewId}::uuid, updated_at = now()
           where role = ${role}::user_role and version = ${version} returning ${ROLE_START}`,
    );
    return row;
  }

  async own(client: Queryable, userId: string): Promise<OwnStartRow> {
    const [row] = await rowsOf<OwnStartRow & Record<string, unknown>>(
      client,
      sql`select choice, view_id as "viewId" from own_starts where user_id = ${userId}::uuid`,
    );
    return row ?? { choice: 'ROLE', viewId: null };
  }

  async setOwn(client: Queryable, userId: string, { choice, viewId }: OwnStartRow): Promise<void> {
    await rowsOf(
      client,
      sql`insert into own_starts (user_id, choice, view_id) values (${userId}::uuid, ${choice}, ${viewId}::uuid)
          on conflict (user_id) do update set choice = excluded.choice, view_id = excluded.view_id`,
    );
  }
}
