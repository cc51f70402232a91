import { Inject, Injectable } from '@nestjs/common';
import type {
  Breakdown,
  CompanyQuality,
  EditionMembers,
  Figure,
  FigureCell,
  Indicator,
  Language,
} from '@fieldlab/domain';
import type { SqlClient } from '../../platform/database/database';
import { ConfirmationsService } from '../rounds/confirmations.service';
import { KnowledgeRepository } from './engine/knowledge.repository';
import { measure } from './engine/measure';
import { totalSlice } from './engine/narrowing';
import type { RegisterAt } from './engine/register-at';
import { FigureContexts } from './figure-contexts';
import { toFigure } from './figure.mapper';
import { checkQuery } from './figures-query';
import { FiguresRepository } from './figures.repository';
import { FiguresService } from './figures.service';
import { membersWithVersions } from './member-versions';
import { qualityOf } from './company-quality';

/** What a report asks of the calculator. */
export interface FrozenQuery {
  asOf: string;
  from?: string | undefined;
  knownAt?: string | undefined;
  scope: string;
  /** Indicators in the order in which they are shown, each with an optional `@version`. */
  indicators: readonly string[];
  by: readonly Breakdown[];
}

export interface FrozenFigure {
  indicator: Indicator;
  figure: Figure;
  cells: Partial<Record<Breakdown, FigureCell[]>>;
  members: EditionMembers['members'];
  quality: CompanyQuality | undefined;
}

/** Figures with all that a report keeps beside them, in one and the same state of the register. */
export interface FrozenFigures {
  programme: string | null;
  asOf: string;
  from: string | null;
  knownAt: string;
  /** Of a breakdown by sector. */
  sectorVersion: string | undefined;
  figures: FrozenFigure[];
}

@Injectable()
export class FrozenFiguresService {
  constructor(
    @Inject(KnowledgeRepository) private readonly knowledge: KnowledgeRepository,
    @Inject(FigureContexts) private readonly contexts: FigureContexts,
    @Inject(FiguresRepository) private readonly repository: FiguresRepository,
    @Inject(FiguresService) private readonly service: FiguresService,
    @Inject(ConfirmationsService) private readonly confirmations: ConfirmationsService,
  ) {}

  /** @throws DomainError INVALID_INPUT when a name, date or scope means nothing. */
  async freeze(query: FrozenQuery, language: Language): Promise<FrozenFigures> {
    const { by: _, ...asked } = query;
    const checked = checkQuery(asked);
    return this.knowledge.readAt(checked.knownAt, async (client, register) => {
      const sectors = query.by.includes('sector')
        ? await this.contexts.sectors(register, checked)
        : undefined;
      const resolved = { ...(await this.contexts.resolve(client, register, checked)), sectors };
      const base = await this.contexts.base(client, register, resolved);
      const context = { ...base, slices: [totalSlice(resolved)] };
      const totals = await measure(context, resolved.indicators);
      const cells = new Map<Breakdown, Map<Indicator, FigureCell[]>>();
      for (const by of query.by) {
        cells.set(by, await this.service.cellsOf(base, { ...resolved, by }, language));
      }
      const figures: FrozenFigure[] = [];
      for (const indicator of resolved.indicators) {
        const members = await membersWithVersions(context, indicator);
        figures.push({
          indicator,
          figure: toFigure(indicator, totals.get(indicator.code), undefined, { ...base, language }),
          cells: cellsOfOne(indicator, query.by, cells),
          members,
          quality: await this.quality(client, register, { indicator, members, asOf: resolved.asOf }),
        });
      }
      const programme = await this.repository.programme(client, register);
      return {
        programme: programme?.name ?? null,
        asOf: resolved.asOf,
        from: resolved.from ?? null,
        knownAt: register.knowledge.knownAt,
        sectorVersion: sectors?.version,
        figures,
      };
    });
  }

  private async quality(
    client: SqlClient,
    register: RegisterAt,
    { indicator, members, asOf }: { indicator: Indicator; members: { id: string }[]; asOf: string },
  ): Promise<CompanyQuality | undefined> {
    if (indicator.counts !== 'company' || indicator.unit !== 'count') return undefined;
    const ids = members.map(({ id }) => id);
    const unconfirmed = await this.confirmations.countUnconfirmed(ids, asOf, client);
    return { ...(await qualityOf(client, register, ids, asOf)), unconfirmed };
  }
}

function cellsOfOne(
  indicator: Indicator,
  ways: readonly Breakdown[],
  cells: ReadonlyMap<Breakdown, ReadonlyMap<Indicator, FigureCell[]>>,
): FrozenFigure['cells'] {
  return Object.fromEntries(
    ways.flatMap((by) => {
      const own = cells.get(by)?.get(indicator);
      return own ? [[by, own]] : [];
    }),
  );
}
