import { basename } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { dateIn, DomainError, NETHERLANDS } from '@fieldlab/domain';
import { Database, type SqlClient } from '../../platform/database/database';
import { asDomainError } from '../../platform/database/database-errors';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Findings } from './findings';
import type { ImportRequest, ImportResult } from './import-request';
import { ImportsRepository } from './imports.repository';
import { readChanges } from './planning/record-changes.repository';
import { planImport } from './planning/planner';
import { DEFAULT_LIMITS } from './reading/limits';
import { openWorkbook } from './reading/open-workbook';
import type { OpenedWorkbook } from './reading/opened-workbook';
import { checkRules } from './rules/rules.repository';
import { bindToCentres } from './rules/scope-rules.repository';
import { stageWorkbook } from './staging/stage-workbook';
import { changesAnything, countPlanned } from './writing/counts.repository';
import { keepFingerprints, revisionUnderWay, writeRecords } from './writing/write-records.repository';

const PROFILE = NETHERLANDS;
const CONTEXT = () => ({
  country: PROFILE.country,
  numberScheme: PROFILE.companyNumber.scheme,
  today: dateIn(PROFILE.timeZone, new Date()),
});
const MOST_ATTEMPTS = 3;
/** From this many new records on, the planner's statistics are gathered at once. */
const LARGE = 1_000;

interface Staged {
  request: ImportRequest;
  findings: Findings;
  present: Awaited<ReturnType<typeof stageWorkbook>>;
}

/**
 * Brings a programme's workbook into the register: reads it into temporary tables, holds every row against the
 * others and against the register, and then writes all of it or nothing.
 */
@Injectable()
export class ImportsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Database) private readonly database: Database,
    @Inject(ImportsRepository) private readonly imports: ImportsRepository,
  ) {}

  /**
   * Faults are answered, all of them, with status REJECTED. An unchanged workbook makes no revision.
   * @throws WorkbookRefused for a file that is turned away at the door
   * @throws DomainError when others kept changing what the import was about; nothing is written then
   */
  async importFile(request: ImportRequest): Promise<ImportResult> {
    const workbook = await openWorkbook(request.path, { ...DEFAULT_LIMITS, ...request.limits });
    try {
      const result = await this.unitOfWork.runSql(request.authorship, (client) =>
        this.run(client, workbook, request),
      );
      if (result.importId !== null && created(result) >= LARGE) {
        await this.database.transaction((client) => this.imports.gatherStatistics(client));
      }
      return result;
    } finally {
      await workbook.close();
    }
  }

  private async run(
    client: SqlClient,
    workbook: OpenedWorkbook,
    request: ImportRequest,
  ): Promise<ImportResult> {
    survive(client);
    await this.imports.tune(client);
    const findings = new Findings(request.language ?? 'en');
    const { onProgress, signal } = request;
    const present = await stageWorkbook(client, workbook, { profile: PROFILE, findings, onProgress, signal });
    await this.imports.waitForTurn(client);
    for (let attempt = 1; ; attempt += 1) {
      await this.imports.savepoint(client);
      try {
        return await this.judgeAndWrite(client, { request, findings: findings.fork(), present });
      } catch (error) {
        if (!this.imports.isLostRace(error)) throw error;
        if (attempt === MOST_ATTEMPTS) throw asDomainError(error) ?? changedMeanwhile();
        await this.imports.backToSavepoint(client);
      }
    }
  }

  private async judgeAndWrite(
    client: SqlClient,
    { request, findings, present }: Staged,
  ): Promise<ImportResult> {
    const { centreIds, update = false } = request;
    if (centreIds) await bindToCentres(client, centreIds);
    await planImport(client, CONTEXT(), { present, update, bound: centreIds !== undefined });
    request.signal?.throwIfAborted();
    await checkRules(client, findings, centreIds !== undefined);
    if (findings.rejects) return answer('REJECTED', findings);
    const changes = await readChanges(client, findings);
    const counts = await countPlanned(client, present);
    const { sheets, openReviews } = counts;
    const result = { ...answer('DONE', findings), counts: sheets, openReviews, changes };
    if (request.dryRun) return result;
    request.signal?.throwIfAborted();
    if (changesAnything(counts)) await writeRecords(client);
    const importId = await this.imports.keepDone(client, {
      importId: request.importId ?? null,
      fileName: request.fileName ?? basename(request.path),
      language: request.language ?? 'en',
      by: request.authorship,
      revisionId: await revisionUnderWay(client),
      result,
    });
    await keepFingerprints(client, importId);
    return { ...result, importId };
  }
}

/**
 * A connection that dies fails the query under way, and must not end the process besides: its error may come once
 * more, after that query was given up.
 */
function survive(client: SqlClient): void {
  if (client.listenerCount('error') === 0) client.on('error', () => undefined);
}

const answer = (status: ImportResult['status'], { faults, warnings }: Findings): ImportResult => ({
  importId: null,
  status,
  counts: {},
  openReviews: 0,
  faults,
  warnings,
  changes: [],
});

const created = ({ counts }: ImportResult): number =>
  Object.values(counts).reduce((sum, sheet) => sum + sheet.created, 0);

const changedMeanwhile = (): DomainError =>
  new DomainError(
    'CONFLICT',
    'The register kept changing while the workbook was imported. Nothing was written; try again.',
  );
