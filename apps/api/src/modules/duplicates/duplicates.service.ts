import {
  DomainError,
  errorSentence,
  matchPair,
  hundredthsOfBits,
  toldReason,
  notFound,
  type Evidence,
  type Language,
  type MatchReason,
} from '@fieldlab/domain';
import { Inject, Injectable } from '@nestjs/common';
import { authorshipOf, requirePermission, type Actor } from '../../access/actor';
import { Database } from '../../platform/database/database';
import { lockRow } from '../../platform/database/lock-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { staleVersion } from '../../resource/record.service';
import { CompaniesService, describedAs, type Company } from '../companies/companies.service';
import type { Duplicate, DuplicateList, DuplicatePage, DuplicatePatch } from './duplicate.dto';
import { decidePair, findPair, listPairs, type PairRow } from './duplicates.repository';

/** Pairs of companies that may be one, for people to decide upon. */
@Injectable()
export class DuplicatesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CompaniesService) private readonly companies: CompaniesService,
  ) {}

  async list(actor: Actor, query: DuplicateList, language: Language): Promise<DuplicatePage> {
    requirePermission(actor, 'duplicate:read');
    const { rows, total } = await listPairs(this.database.pool, query);
    return { data: await this.answered(actor, rows, language), total };
  }

  async get(actor: Actor, id: string, language: Language): Promise<Duplicate> {
    requirePermission(actor, 'duplicate:read');
    return this.answeredOne(actor, await findPair(this.database.pool, id), language);
  }

  /** @throws DomainError STALE_VERSION; ILLEGAL_TRANSITION where a merge says that they are the same */
  async decide(
    actor: Actor,
    { id, version }: { id: string; version: number },
    { status, reason }: DuplicatePatch & { reason?: string | undefined },
    language: Language,
  ): Promise<Duplicate> {
    requirePermission(actor, 'duplicate:write');
    const decided = await this.unitOfWork.runSql(authorshipOf(actor, reason), async (client) => {
      await lockRow(client, 'duplicate_candidates', id);
      const pair = await findPair(client, id);
      if (!pair) throw notFound('The pair');
      if (pair.version !== version) throw staleVersion(version, pair.version);
      if (pair.status === 'SAME')
        throw new DomainError('ILLEGAL_TRANSITION', errorSentence('ILLEGAL_TRANSITION', {}, 'en'));
      if (pair.status !== status) await decidePair(client, id, status === 'DIFFERENT');
      return findPair(client, id);
    });
    return this.answeredOne(actor, decided, language);
  }

  private async answeredOne(actor: Actor, pair: PairRow | undefined, language: Language): Promise<Duplicate> {
    const [answer] = pair ? await this.answered(actor, [pair], language) : [];
    if (!answer) throw notFound('The pair');
    return answer;
  }

  private async answered(actor: Actor, pairs: readonly PairRow[], language: Language): Promise<Duplicate[]> {
    const known = await this.companies.many(
      actor,
      pairs.flatMap(({ leftId, rightId }) => [leftId, rightId]),
    );
    return pairs.flatMap((pair) => {
      const [left, right] = [known.get(pair.leftId), known.get(pair.rightId)];
      return left && right ? [answeredPair(pair, { left, right }, language)] : [];
    });
  }
}

function answeredPair(
  pair: PairRow,
  sides: { left: Company; right: Company },
  language: Language,
): Duplicate {
  const { id, version, status, createdAt, updatedAt } = pair;
  const { score, reasons } =
    pair.score === null
      ? matchPair(describedAs(sides.left), describedAs(sides.right))
      : { score: pair.score, reasons: pair.reasons as (Evidence<MatchReason> & { published?: number })[] };
  return {
    ...{ id, version, status, score, ...sides },
    reasons: reasons.map((reason) => ({
      ...toldReason(reason, language),
      publishedWeight: hundredthsOfBits(
        ('published' in reason ? reason.published : undefined) ?? reason.weight,
      ),
    })),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
