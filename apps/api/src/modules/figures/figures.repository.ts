import { Injectable } from '@nestjs/common';
import { NETHERLANDS, type SectorVersionCount } from '@fieldlab/domain';
import type { SqlClient } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';
import type { CentreAt } from './engine/engine-context';
import { SECTOR_VERSION } from './engine/profile-columns';
import type { RegisterAt } from './engine/register-at';

export interface ProgrammeAt {
  name: string;
  startedOn: string;
  timeZone: string;
}

/** The small tables that every figure starts from, as known at the register's instant. */
@Injectable()
export class FiguresRepository {
  async programme(client: SqlClient, register: RegisterAt): Promise<ProgrammeAt | undefined> {
    const rows = await rowsOf<ProgrammeAt>(
      client,
      sql`select name, started_on as "startedOn", time_zone as "timeZone" from ${register.table('programmes')} p`,
    );
    return rows[0];
  }

  async centres(client: SqlClient, register: RegisterAt): Promise<CentreAt[]> {
    return rowsOf<CentreAt>(
      client,
      sql`select z.id, z.code, z.name, z.kind, hub.code as "hubCode", z.province, z.technologies,
                 z.started_on as "startedOn", z.ended_on as "endedOn"
            from ${register.table('centres')} z left join ${register.table('centres')} hub on hub.id = z.hub_id
           order by z.code`,
    );
  }

  /** How many profiles have a code of each version of the sector code, oldest first. */
  async sectorVersions(client: SqlClient, register: RegisterAt): Promise<SectorVersionCount[]> {
    const rows = await rowsOf<{ code: string; profiles: string }>(
      client,
      sql`select ${SECTOR_VERSION} as code, count(*)::text as profiles
            from ${register.table('company_profiles')} pr where pr.sbi_code is not null group by 1`,
    );
    return NETHERLANDS.sectorSchemes.map(({ code, version }) => ({
      version,
      profiles: Number(rows.find((row) => row.code === code)?.profiles ?? 0),
    }));
  }
}
