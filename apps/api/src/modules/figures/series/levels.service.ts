import { Inject, Injectable } from '@nestjs/common';
import { findIndicator, type Indicator, type Language } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import { KnowledgeRepository } from '../engine/knowledge.repository';
import { levelsByPeriod } from '../engine/levels-by-period';
import type { RegisterAt } from '../engine/register-at';
import { toBreakdown, toValue } from '../figure.mapper';
import { FigureContexts } from '../figure-contexts';
import { checkQuery, type CheckedQuery } from '../figures-query';
import { KeptAnswers } from '../kept-answers';
import type { LevelsQuery, ParticipatingLevels } from './levels.dto';
import { slicesUntil } from './period-ends';

const MOST_KEPT = 100;

/** Who took part at the end of every period, by level. */
@Injectable()
export class LevelsService {
  private readonly kept = new KeptAnswers<ParticipatingLevels>(MOST_KEPT);

  constructor(
    @Inject(KnowledgeRepository) private readonly knowledge: KnowledgeRepository,
    @Inject(FigureContexts) private readonly contexts: FigureContexts,
  ) {}

  /** @throws DomainError INVALID_INPUT as figures do, and for more periods than anybody reads. */
  async compute(query: LevelsQuery, language: Language): Promise<ParticipatingLevels> {
    checkLevels(query);
    return this.knowledge.readAt(undefined, (client, register) =>
      this.computeIn(client, register, query, language),
    );
  }

  /** The same in a snapshot that is open already, of the register as it is known now. */
  async computeIn(
    client: SqlClient,
    register: RegisterAt,
    query: LevelsQuery,
    language: Language,
  ): Promise<ParticipatingLevels> {
    const { every } = query;
    const resolved = await this.contexts.resolve(client, register, checkLevels(query));
    return this.kept.get([resolved, every, register.knowledge, language], async () => {
      const base = await this.contexts.base(client, register, resolved);
      const slices = await slicesUntil(base, INDICATOR, every, resolved);
      const context = { ...base, by: every, slices };
      const periods = await levelsByPeriod(context);
      return {
        ...{ every, asOf: resolved.asOf, knownAt: register.knowledge.knownAt },
        scope: query.scope ?? 'programme',
        periods: slices.map((slice) => ({
          ...{ period: slice.key, on: slice.to },
          value: toValue(INDICATOR, periods.get(slice.key)?.total),
          levels: toBreakdown(
            INDICATOR,
            { by: 'level', slices: [slice], values: periods.get(slice.key)?.levels },
            { ...base, language },
          ),
        })),
      };
    });
  }
}

/** Checks what needs no register. @throws DomainError INVALID_INPUT */
export const checkLevels = ({ every: _, ...query }: LevelsQuery): CheckedQuery =>
  checkQuery({ ...query, indicators: [INDICATOR.code] });

const INDICATOR = participating();

function participating(): Indicator {
  const indicator = findIndicator('companies_participating');
  if (!indicator) throw new Error('companies_participating is not defined');
  return indicator;
}
