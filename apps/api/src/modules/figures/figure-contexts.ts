import { Inject, Injectable } from '@nestjs/common';
import {
  dateIn,
  fault,
  invalidInput,
  NETHERLANDS,
  sectorSchemeNamed,
  type SectorVersionCount,
} from '@fieldlab/domain';
import { assertOwnCentres, notOwnScope } from '../../access/scope';
import type { SqlClient } from '../../platform/database/database';
import type { EngineContext } from './engine/engine-context';
import { centresInScope, knowsScope } from './engine/narrowing';
import type { RegisterAt } from './engine/register-at';
import type { CheckedQuery } from './figures-query';
import { FiguresRepository } from './figures.repository';

/** A query with every default filled in from the register it is asked of. */
export interface ResolvedQuery extends CheckedQuery {
  asOf: string;
  from: string | undefined;
  /** Of a breakdown by sector. */
  sectors: ChosenSectors | undefined;
  /** Of a breakdown by place as they are now: the day of now. */
  placesOn: string | undefined;
}

/** The version of the sector code that a breakdown takes, beside how many profiles have which. */
export interface ChosenSectors {
  version: string;
  versions: SectorVersionCount[];
}

/** What a checked query means in a register as it was known. */
@Injectable()
export class FigureContexts {
  constructor(@Inject(FiguresRepository) private readonly figures: FiguresRepository) {}

  /** @throws DomainError INVALID_INPUT when the period would end before it starts. */
  async resolve(client: SqlClient, register: RegisterAt, query: CheckedQuery): Promise<ResolvedQuery> {
    const programme = await this.figures.programme(client, register);
    const now = query.knownAt === undefined ? new Date() : new Date(register.knowledge.knownAt);
    const zone = programme?.timeZone ?? NETHERLANDS.timeZone;
    const asOf = query.asOf ?? dateIn(zone, new Date());
    const from = query.from ?? programme?.startedOn;
    if (from !== undefined && from > asOf) {
      throw invalidInput([fault('from', 'STARTS_AFTER_END', { from, asOf })]);
    }
    const sectors = query.by === 'sector' ? await this.sectors(register, query) : undefined;
    const placesOn = query.placesAs === 'now' ? dateIn(zone, now) : undefined;
    return { ...query, asOf, from, sectors, placesOn };
  }

  /** The version that was asked, or else the one that most profiles have a code of; the newer of two that as many have. */
  async sectors(
    register: RegisterAt,
    { sectorVersion }: Pick<CheckedQuery, 'sectorVersion'>,
  ): Promise<ChosenSectors> {
    const versions = await this.figures.sectorVersions(register);
    const most = versions.reduce((one, other) => (other.profiles >= one.profiles ? other : one));
    return { version: sectorVersion ?? most.version, versions };
  }

  /** Where a day begins and ends. */
  async timeZone(client: SqlClient, register: RegisterAt): Promise<string> {
    return (await this.figures.programme(client, register))?.timeZone ?? NETHERLANDS.timeZone;
  }

  /**
   * @param bound the centres that bound the reader, where records are read and not only counted.
   * @throws DomainError INVALID_INPUT when the scope's centre was not known; FORBIDDEN when it is not the reader's own.
   */
  async base(
    client: SqlClient,
    register: RegisterAt,
    {
      scope,
      sectors,
      placesOn,
      countBy,
    }: Pick<CheckedQuery, 'scope' | 'countBy'> & Partial<Pick<ResolvedQuery, 'sectors' | 'placesOn'>>,
    bound?: readonly string[],
  ): Promise<EngineContext> {
    const known = await this.figures.centres(client, register);
    if (bound && !knowsScope(known, scope)) throw notOwnScope();
    const centres = centresInScope(known, scope);
    assertOwnCentres(bound, centres);
    const sectorScheme = sectors && sectorSchemeNamed(NETHERLANDS, sectors.version);
    const how = { placedBy: 'centre', placesOn, sectorScheme, countBy } as const;
    return { client, register, centres, slices: [], ...how };
  }
}
