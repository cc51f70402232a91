import type { FigureValue, Language } from '@fieldlab/domain';
import { Inject, Injectable } from '@nestjs/common';
import { authorshipOf, requirePermission, type Actor } from '../../access/actor';
import type { SqlClient } from '../../platform/database/database';
import { asStatements, TIME_LIMITS } from '../../platform/database/time-limits';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { FiguresService } from '../figures/figures.service';
import type { MergeEffect, MergeInput } from './merge.dto';
import { centresOfBoth, hangingFrom } from './merge-effect.repository';
import { MergesService } from './merges.service';

/** What a merge would do, found out by doing it and taking it back before anybody sees it. */
@Injectable()
export class MergeEffectService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(MergesService) private readonly merges: MergesService,
    @Inject(FiguresService) private readonly figures: FiguresService,
  ) {}

  /** @throws DomainError as merging does */
  async effect(actor: Actor, input: MergeInput, language: Language): Promise<MergeEffect> {
    requirePermission(actor, 'merge:write');
    const { survivorId, mergedId } = input;
    // Nothing is kept of it, so no locked period asks why.
    const by = authorshipOf(actor, 'effect');
    return this.unitOfWork.run(by, async (tx) => {
      const { client } = tx;
      await client.query(asStatements(TIME_LIMITS.figures));
      const before = await this.valuesIn(client, language);
      const records = {
        survivor: await hangingFrom(client, survivorId),
        merged: await hangingFrom(client, mergedId),
      };
      const overlapsIn = await centresOfBoth(client, survivorId, mergedId);
      await client.query('savepoint before_merge');
      await this.merges.mergeWithin(tx, actor, input);
      const after = await this.valuesIn(client, language);
      await client.query('rollback to before_merge');
      const figures = [...before].map(([indicator, value]) => {
        return { indicator, before: value, after: after.get(indicator) ?? null };
      });
      return { figures, records, overlapsIn };
    });
  }

  private async valuesIn(client: SqlClient, language: Language): Promise<Map<string, FigureValue>> {
    const { figures } = await this.figures.computeWithin(client, {}, language);
    return new Map(figures.map(({ indicator, value }) => [indicator, value]));
  }
}
