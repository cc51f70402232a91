import { Inject, Injectable } from '@nestjs/common';
import { notFound, type Language } from '@fieldlab/domain';
import type { Actor } from '../../../access/actor';
import { ImportJobsService } from '../import-jobs.service';
import type { FaultyRows } from '../mending/mend.dto';
import type {
  FindingKind,
  FindingPage,
  FindingsQuery,
  PlannedRowPage,
  PlannedRowsQuery,
} from './import-results.dto';
import { ImportResultsRepository } from './import-results.repository';

/** What an import found and would do, to who may see the import. */
@Injectable()
export class ImportResultsService {
  constructor(
    @Inject(ImportJobsService) private readonly jobs: ImportJobsService,
    @Inject(ImportResultsRepository) private readonly results: ImportResultsRepository,
  ) {}

  /** A page of what was found, in the order of the workbook. */
  async findings(
    actor: Actor,
    id: string,
    kind: FindingKind,
    { language, ...query }: FindingsQuery & { language: Language },
  ): Promise<FindingPage> {
    await this.jobs.summary(actor, id);
    return this.results.findings(id, kind, query, language);
  }

  /** A page of what a check found that will be made or filled in; empty of an import that was no check. */
  async plannedRows(actor: Actor, id: string, query: PlannedRowsQuery): Promise<PlannedRowPage> {
    await this.jobs.summary(actor, id);
    return this.results.plannedRows(id, query);
  }

  /** The rows that were faulty, as a workbook to mend. @throws DomainError NOT_FOUND where there were none, or long ago. */
  async faultyRows(actor: Actor, id: string): Promise<{ name: string; content: Buffer }> {
    const { fileName } = await this.jobs.summary(actor, id);
    const content = (await this.results.faultyRows(id)) ?? missing('The workbook of faulty rows');
    return { name: `${fileName.replace(/\.[^.]*$/, '')}-faults.xlsx`, content };
  }

  /** The same rows as a screen shows them. @throws DomainError NOT_FOUND as `faultyRows`. */
  async faultyGrid(actor: Actor, id: string): Promise<FaultyRows> {
    await this.jobs.summary(actor, id);
    const data = (await this.results.faultyGrid(id)) ?? missing('The grid of faulty rows');
    return { data, total: data.reduce((sum, { rows }) => sum + rows.length, 0) };
  }
}

function missing(what: string): never {
  throw notFound(what);
}
