import { basename } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { dateIn, DomainError, NETHERLANDS } from '@fieldlab/domain';
import { Database, type SqlClient } from '../../platform/database/database';
import { asDomainError } from '../../platform/database/database-errors';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Findings } from './findings';
import type { Finding, ImportRequest, ImportResult, ToldFinding } from './import-request';
import { ImportsRepository } from './imports.repository';
import { inFileTerms } from './mapping/in-file-terms';
import { openAs } from './mapping/open-as';
import { faultyRowsOf } from './mending/faulty-rows';
import { readChanges } from './planning/record-changes.repository';
import { planImport } from './planning/planner';
import { readPlannedRows } from './planning/planned-rows.repository';
import { DEFAULT_LIMITS } from './reading/limits';
import type { OpenedWorkbook } from './reading/opened-workbook';
import { checkRules } from './rules/rules.repository';
import { bindToCentres } from './rules/scope-rules.repository';
import { AsideRows } from './setting-aside/aside-rows';
import { findRelated, removeStaged } from './setting-aside/aside.repository';
import { faultyRowsWorkbook, MOST_FAULTY_ROWS } from './setting-aside/faulty-rows-workbook';
import { firstOf } from './row-set';
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

interface Staged extends Awaited<ReturnType<typeof stageWorkbook>> {
  request: ImportRequest;
  workbook: OpenedWorkbook;
  /** What there is to say of the rows by themselves. */
  findings: Findings;
}

interface Judgement {
  /** Of the rows that are left. */
  findings: Findings;
  aside: AsideRows;
  rejected: boolean;
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
    const { path, fileName, mends, mapping } = request;
    const limits = { ...DEFAULT_LIMITS, ...request.limits };
    const codeOf = mapping && (await this.imports.centreCodes(this.database.pool));
    const workbook = await openAs(path, { limits, fileName, mends, mapping, codeOf });
    try {
      const result = await this.unitOfWork.runSql(
        request.authorship,
        (client) => this.run(client, workbook, request),
        'batch',
      );
      if (result.importId !== null && created(result) >= LARGE) {
        await this.database.transaction((client) => this.imports.gatherStatistics(client), 'batch');
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
    const findings = new Findings(request.language ?? 'en', { pairs: request.setAside ?? false });
    const { onProgress, signal } = request;
    const staged = await stageWorkbook(client, workbook, { profile: PROFILE, findings, onProgress, signal });
    await this.imports.waitForTurn(client);
    for (let attempt = 1; ; attempt += 1) {
      await this.imports.savepoint(client);
      try {
        return await this.judgeAndWrite(client, { request, findings, workbook, ...staged });
      } catch (error) {
        if (!this.imports.isLostRace(error)) throw error;
        if (attempt === MOST_ATTEMPTS) throw asDomainError(error) ?? changedMeanwhile();
        await this.imports.backToSavepoint(client);
      }
    }
  }

  private async judgeAndWrite(client: SqlClient, staged: Staged): Promise<ImportResult> {
    const { request, workbook } = staged;
    const { findings, aside, rejected } = await this.judge(client, staged);
    const faultyRows =
      request.keepFaultyRows && aside.size > 0
        ? {
            workbook: await faultyRowsWorkbook(workbook, aside, findings.language),
            grid: await faultyRowsOf(workbook, aside.rows),
          }
        : null;
    const found = { ...NOTHING, faultyRows };
    const inFile = (result: Omit<ImportResult, 'faults' | 'warnings'>): ImportResult =>
      withPlainFindings(inFileTerms(result, workbook.layout, findings.language));
    if (rejected) return inFile({ ...found, ...toldOf(aside, findings), status: 'REJECTED' });
    const changes = await readChanges(client, findings);
    const counts = await countPlanned(client, staged.present);
    const result = {
      ...{ ...found, ...toldOf(aside, findings), status: 'DONE' as const, setAsideRows: aside.size },
      ...{ counts: counts.sheets, openReviews: counts.openReviews, changes },
    };
    if (request.dryRun) {
      const plannedRows = request.keepPlannedRows ? await readPlannedRows(client, staged.present) : [];
      return inFile({ ...result, plannedRows });
    }
    request.signal?.throwIfAborted();
    if (changesAnything(counts)) {
      await request.beforeWriting?.(client);
      await writeRecords(client);
    }
    const importId = await this.imports.keepDone(client, {
      importId: request.importId ?? null,
      fileName: request.fileName ?? basename(request.path),
      language: request.language ?? 'en',
      by: request.authorship,
      revisionId: await revisionUnderWay(client),
      result: inFile(result),
    });
    await keepFingerprints(client, importId);
    return { ...inFile(result), importId };
  }

  /** Finds all faults; where that was asked, faulty rows are taken away until the rest is sound. */
  private async judge(client: SqlClient, staged: Staged): Promise<Judgement> {
    const { request } = staged;
    const aside = new AsideRows();
    for (let findings = staged.findings.fork(); ; findings = staged.findings.withoutFaulty(aside.rows)) {
      await this.plan(client, staged);
      request.signal?.throwIfAborted();
      await checkRules(client, findings, request.centreIds !== undefined);
      if (!findings.rejects)
        return { findings, aside, rejected: aside.size === staged.rows && aside.size > 0 };
      const isNew = aside.add(findings);
      if (request.keepFaultyRows)
        aside.relate(await findRelated(client, firstOf(aside.rows, MOST_FAULTY_ROWS)));
      const canGo = findings.faultyRows !== undefined && isNew;
      if (!request.setAside || !canGo) return { findings, aside, rejected: true };
      await this.imports.backToSavepoint(client);
      await removeStaged(client, aside.rows);
    }
  }

  private async plan(client: SqlClient, { request, present }: Staged): Promise<void> {
    const { centreIds, update = false } = request;
    if (centreIds) await bindToCentres(client, centreIds);
    await planImport(client, CONTEXT(), { present, update, bound: centreIds !== undefined });
  }
}

/**
 * A connection that dies fails the query under way, and must not end the process besides: its error may come once
 * more, after that query was given up.
 */
function survive(client: SqlClient): void {
  if (client.listenerCount('error') === 0) client.on('error', () => undefined);
}

const NOTHING = {
  ...{ importId: null, counts: {}, openReviews: 0, setAsideRows: 0 },
  changes: [] as ImportResult['changes'],
  plannedRows: [] as ImportResult['plannedRows'],
};

const toldOf = (aside: AsideRows, findings: Findings): Pick<ImportResult, 'told' | 'findingKinds'> => ({
  told: { faults: aside.faults, warnings: findings.warnings },
  findingKinds: [...aside.kinds, ...findings.countsOf('warning')],
});

/** Faults and warnings as they are told: without what they are kept with. */
function withPlainFindings(result: Omit<ImportResult, 'faults' | 'warnings'>): ImportResult {
  const plain = ({ params: _, meant: __, ...finding }: ToldFinding): Finding => finding;
  const { faults, warnings } = result.told;
  return { ...result, faults: faults.map(plain), warnings: warnings.map(plain) };
}

const created = ({ counts }: ImportResult): number =>
  Object.values(counts).reduce((sum, sheet) => sum + sheet.created, 0);

const changedMeanwhile = (): DomainError =>
  new DomainError(
    'REGISTER_KEPT_CHANGING',
    'The register kept changing while the workbook was imported. Nothing was written; try again.',
  );
