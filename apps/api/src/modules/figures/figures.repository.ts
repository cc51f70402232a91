import { Injectable } from '@nestjs/common';
import { municipalityCell, NETHERLANDS, type SectorVersionCount } from '@fieldlab/domain';
import type { SqlClient } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';
import type { CentreAt } from './engine/engine-context';
import { sectorVersionOf } from './columns/own-cells';
import { NONE } from './columns/versions';
import type { RegisterAt } from './engine/register-at';

export interface ProgrammeAt {
  name: string;
  startedOn: string;
  timeZone: string;
}

/** The small tables that every figure starts from, as known at the register's instant. */
@Injectable()
export class FiguresRepository {
  /** What was read of a register, which stays as it was: those who ask several questions of one read it once. */
  private readonly programmes = new WeakMap<RegisterAt, Promise<ProgrammeAt | undefined>>();
  private readonly allCentres = new WeakMap<RegisterAt, Promise<CentreAt[]>>();

  programme(client: SqlClient, register: RegisterAt): Promise<ProgrammeAt | undefined> {
    return once(this.programmes, register, () => this.readProgramme(client, register));
  }

  centres(client: SqlClient, register: RegisterAt): Promise<CentreAt[]> {
    return once(this.allCentres, register, () => this.readCentres(client, register));
  }

  private async readProgramme(client: SqlClient, register: RegisterAt): Promise<ProgrammeAt | undefined> {
    const rows = await rowsOf<ProgrammeAt>(
      client,
      sql`select name, started_on as "startedOn", time_zone as "timeZone" from ${register.table('programmes')} p`,
    );
    return rows[0];
  }

  private async readCentres(client: SqlClient, register: RegisterAt): Promise<CentreAt[]> {
    const centres = await rowsOf<CentreAt>(
      client,
      sql`select z.id, z.code, z.name, z.kind, hub.code as "hubCode", z.province, z.municipality, z.technologies,
                 z.started_on as "startedOn", z.ended_on as "endedOn"
            from ${register.table('centres')} z left join ${register.table('centres')} hub on hub.id = z.hub_id
           order by z.code`,
    );
    const places = await NETHERLANDS.places();
    return centres.map((centre) => ({ ...centre, municipality: municipalityCell(centre, places) }));
  }

  /** How many profiles have a code of each version of the sector code, oldest first. */
  async sectorVersions(register: RegisterAt): Promise<SectorVersionCount[]> {
    const { copy, place, drafts } = await register.columns();
    const { company_profiles: profiles } = copy.versions;
    const versions = copy.traits.company_profiles.values.map(sectorVersionOf);
    const counts = new Map<string | null, number>();
    for (const row of profiles.at(place, drafts?.company_profiles)) {
      const version = versions[profiles.fields.traits[row] ?? NONE] ?? null;
      counts.set(version, (counts.get(version) ?? 0) + 1);
    }
    return NETHERLANDS.sectorSchemes.map(({ code, version }) => ({
      version,
      profiles: counts.get(code) ?? 0,
    }));
  }
}

function once<T>(
  kept: WeakMap<RegisterAt, Promise<T>>,
  register: RegisterAt,
  read: () => Promise<T>,
): Promise<T> {
  const known = kept.get(register);
  if (known) return known;
  const answer = read();
  kept.set(register, answer);
  return answer;
}
