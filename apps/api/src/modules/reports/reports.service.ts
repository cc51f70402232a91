import { Inject, Injectable } from '@nestjs/common';
import { DomainError, findIndicator, notFound, textFaults, type InputFault, fault } from '@fieldlab/domain';
import type { Actor } from '../../access/actor';
import { Database, type Transaction } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RecordService, type WriteOptions } from '../../resource/record.service';
import { FiguresService } from '../figures/figures.service';
import { FrozenFiguresService, type FrozenFigures } from '../figures/frozen-figures.service';
import { editionFigures } from './edition-document';
import { reportSpec, type Report, type ReportFields, type ReportWithFigures } from './report.dto';

@Injectable()
export class ReportsService extends RecordService<ReportFields> {
  constructor(
    @Inject(Database) database: Database,
    @Inject(UnitOfWork) unitOfWork: UnitOfWork,
    @Inject(FiguresService) private readonly figures: FiguresService,
    @Inject(FrozenFiguresService) private readonly frozen: FrozenFiguresService,
  ) {
    super(reportSpec, database, unitOfWork);
  }

  async getReport(actor: Actor, id: string, tx?: Transaction): Promise<Report> {
    return (await (tx ? this.reread(tx, actor, id) : this.get(actor, id))) as Report;
  }

  /** For a job on behalf of somebody who was allowed to ask for it. @throws DomainError NOT_FOUND */
  async forPublishing(id: string): Promise<Report> {
    const report = await this.records.find(this.database, id, undefined);
    if (!report) throw notFound('The report');
    return report as Report;
  }

  /** With its figures: live in a draft, as they were submitted afterwards. */
  async getWithFigures(actor: Actor, id: string): Promise<ReportWithFigures> {
    const report = await this.getReport(actor, id);
    return { ...report, figures: editionFigures(await this.figuresOf(report), report.by) };
  }

  figuresOf(report: Report): Promise<FrozenFigures> {
    const { asOf, from, scope, indicators, by, language } = report;
    const knownAt = report.knownAt ?? report.frozenKnownAt ?? undefined;
    return this.frozen.freeze({ asOf, from: from ?? undefined, knownAt, scope, indicators, by }, language);
  }

  /** Only a draft can be changed, and only one that was never published can be deleted. */
  override async remove(
    actor: Actor,
    id: string,
    version: number,
    options: WriteOptions = {},
  ): Promise<void> {
    const report = await this.getReport(actor, id);
    if (report.edition > 1 || report.status !== 'DRAFT') {
      throw new DomainError('ILLEGAL_TRANSITION', 'Only a draft that was never published can be deleted.');
    }
    await super.remove(actor, id, version, options);
  }

  protected override async rules(
    _tx: Transaction,
    _actor: Actor,
    next: Record<string, unknown>,
  ): Promise<InputFault[]> {
    const report = next as unknown as Report;
    if ((report.status as Report['status'] | undefined) !== undefined && report.status !== 'DRAFT') {
      throw new DomainError(
        'ILLEGAL_TRANSITION',
        `Only a draft can be changed; this is ${report.status.toLowerCase()}.`,
      );
    }
    const { asOf, from, scope, knownAt, indicators } = report;
    const asked = { asOf, scope, indicators, from: from ?? undefined, knownAt: knownAt ?? undefined };
    const faults = [
      ...(await faultsOf(() => {
        this.figures.check(asked);
        return Promise.resolve();
      })),
      ...this.breakdownFaults(report),
      ...textFaults(report.text, report),
    ];
    if (faults.length > 0) return faults;
    // What only the register knows: whether the scope is there, and whether the period makes sense.
    return faultsOf(() => this.figures.compute({ ...asked, indicators: ['fieldlabs_active'] }, 'en'));
  }

  /** A breakdown that none of the indicators knows would be an empty chapter. */
  private breakdownFaults({ by, indicators }: Report): InputFault[] {
    return by
      .filter((way) => !indicators.some((code) => findIndicator(code)?.breakdowns.includes(way)))
      .map((way) => fault('by', 'NOTHING_BROKEN_DOWN', { by: way }));
  }
}

/** What is wrong with a query, in the words of a report: its `indicator` is the report's `indicators`. */
async function faultsOf(ask: () => Promise<unknown>): Promise<InputFault[]> {
  try {
    await ask();
    return [];
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'INVALID_INPUT') throw error;
    return error.faults.map((found) => ({
      ...found,
      path: found.path === 'indicator' ? 'indicators' : found.path,
    }));
  }
}
