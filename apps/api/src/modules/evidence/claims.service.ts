import { isClaim, type EvidencedResource } from '@fieldlab/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor';
import type { Transaction } from '../../platform/database/database';
import { OutcomesService } from '../outcomes/outcomes.service';
import { SpinOffsService } from '../spin-offs/spin-offs.module';

/** The record that evidence is of. */
export interface Evidenced {
  resource: EvidencedResource;
  recordId: string;
}

/** How well the claim of a spin-off or outcome is supported follows from its evidence, as a new version of it. */
@Injectable()
export class ClaimsService {
  constructor(
    @Inject(SpinOffsService) private readonly spinOffs: SpinOffsService,
    @Inject(OutcomesService) private readonly outcomes: OutcomesService,
  ) {}

  /** @throws DomainError PERIOD_LOCKED where what was counted changes without a reason */
  async raise(tx: Transaction, actor: Actor, { resource, recordId }: Evidenced): Promise<void> {
    if (!isClaim(resource)) return;
    await this.serviceOf(resource).patchWithin(tx, actor, recordId, { claimLevel: 'EVIDENCED' });
  }

  /** After a piece of evidence went: without any other the claim is one that the coordinator confirmed. */
  async lower(tx: Transaction, actor: Actor, { resource, recordId }: Evidenced): Promise<void> {
    if (!isClaim(resource)) return;
    const service = this.serviceOf(resource);
    const { claimLevel, evidenceUrl } = await service.getWithin(tx, actor, recordId);
    if (claimLevel !== 'EVIDENCED' || evidenceUrl !== null) return;
    const others = await tx.prisma.evidence.count({ where: { resource, recordId, deletedAt: null } });
    if (others === 0) await service.patchWithin(tx, actor, recordId, { claimLevel: 'CONFIRMED' });
  }

  private serviceOf(resource: 'spin-offs' | 'outcomes'): SpinOffsService | OutcomesService {
    return resource === 'spin-offs' ? this.spinOffs : this.outcomes;
  }
}
