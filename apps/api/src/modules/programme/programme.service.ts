import { Inject, Injectable } from '@nestjs/common';
import { invalidInput, notFound, fault } from '@fieldlab/domain';
import { authorshipOf, requirePermission, type Actor } from '../../access/actor';
import { Database, type SqlClient } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { staleVersion } from '../../resource/record.service';
import type { ProgrammeDto, ProgrammePatch } from './programme.dto';
import { ProgrammeRepository } from './programme.repository';

/** The version at which an installation has no programme yet. */
const NOT_YET = 0;

@Injectable()
export class ProgrammeService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ProgrammeRepository) private readonly programmes: ProgrammeRepository,
  ) {}

  async get(actor: Actor): Promise<ProgrammeDto> {
    requirePermission(actor, 'programme:read');
    const programme = await this.programmes.find(this.database.pool);
    if (!programme) throw notFound('The programme');
    return programme;
  }

  /** Changes it, or names it where there is none yet: version 0 says that the caller saw none. */
  async patch(
    actor: Actor,
    version: number,
    input: ProgrammePatch,
    reason: string | undefined,
  ): Promise<ProgrammeDto> {
    requirePermission(actor, 'programme:write');
    return this.unitOfWork.runSql(authorshipOf(actor, reason), async (client) => {
      const current = await this.programmes.find(client);
      if (!current) return this.begin(client, version, input);
      const changed = await this.programmes.update(client, version, input);
      if (!changed) throw staleVersion(version, current.version);
      return changed;
    });
  }

  private async begin(
    client: SqlClient,
    version: number,
    { name, startedOn }: ProgrammePatch,
  ): Promise<ProgrammeDto> {
    if (version !== NOT_YET) throw staleVersion(version, NOT_YET);
    if (name === undefined || startedOn === undefined) {
      const missing = name === undefined ? 'name' : 'startedOn';
      throw invalidInput([fault(missing, 'PROGRAMME_INCOMPLETE')]);
    }
    const made = await this.programmes.insert(client, { name, startedOn });
    if (!made) throw new Error('Nothing was inserted into programmes');
    return made;
  }
}
