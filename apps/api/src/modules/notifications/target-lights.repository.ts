import { Injectable } from '@nestjs/common';
import type { TargetLight } from '@fieldlab/domain';
import type { Pool } from 'pg';
import { rowsOf, sql } from '../../platform/database/sql';

const BETWEEN_LOOKS_MINUTES = 60;

@Injectable()
export class TargetLightsRepository {
  /** Answers whether there is a target that nobody looked at for a while, or that was changed since. */
  async isDue(client: Pool): Promise<boolean> {
    const rows = await rowsOf(
      client,
      sql`select from targets t
            left join target_lights l on l.target_id = t.id
           where t.deleted_at is null
             and (l.checked_at is null or l.checked_at < t.updated_at
                  or l.checked_at < now() - make_interval(mins => ${BETWEEN_LOOKS_MINUTES}))
           limit 1`,
    );
    return rows.length > 0;
  }

  /** `since` stays where the light did. */
  async keep(client: Pool, lights: readonly { id: string; light: TargetLight }[]): Promise<void> {
    await rowsOf(
      client,
      sql`insert into target_lights (target_id, light)
          select id, light from jsonb_to_recordset(${JSON.stringify(lights)}::jsonb) as l (id uuid, light text)
          on conflict (target_id) do update
             set since = case when target_lights.light = excluded.light then target_lights.since else excluded.since end,
                 light = excluded.light, checked_at = excluded.checked_at`,
    );
  }
}
