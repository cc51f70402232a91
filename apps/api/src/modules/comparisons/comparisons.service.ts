import { Inject, Injectable } from '@nestjs/common';
import { DomainError, findIndicator, type InputFault, fault } from '@fieldlab/domain';
import type { Actor } from '../../access/actor';
import { Database, type Transaction } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RecordService } from '../../resource/record.service';
import { FiguresService } from '../figures/figures.service';
import { comparisonSpec, type Comparison, type ComparisonFields } from './comparison.dto';

@Injectable()
export class ComparisonsService extends RecordService<ComparisonFields> {
  constructor(
    @Inject(Database) database: Database,
    @Inject(UnitOfWork) unitOfWork: UnitOfWork,
    @Inject(FiguresService) private readonly figures: FiguresService,
  ) {
    super(comparisonSpec, database, unitOfWork);
  }

  protected override rules(
    _tx: Transaction,
    _actor: Actor,
    next: Record<string, unknown>,
  ): Promise<InputFault[]> {
    const { chains } = next as unknown as Comparison;
    return Promise.resolve(
      chains.flatMap((chain, place) => {
        const faults = chain.flatMap((figure, index) =>
          this.figureFaults(figure, `chains.${place}.${index}`),
        );
        const units = new Set(chain.map(({ indicator }) => findIndicator(indicator)?.unit));
        if (faults.length > 0 || units.size === 1) return faults;
        return [fault(`chains.${place}`, 'DIFFERENT_UNITS')];
      }),
    );
  }

  private figureFaults({ indicator, ...figure }: Comparison['chains'][number][number], path: string) {
    try {
      this.figures.check({ ...figure, indicators: [indicator] });
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return error.faults.map((found): InputFault => ({ ...found, path: `${path}.${found.path}` }));
    }
  }
}
