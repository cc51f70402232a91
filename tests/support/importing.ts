import pg from 'pg';
import type { ImportRequest, ImportResult } from '@api/modules/imports/import-request';
import { ImportsRepository } from '@api/modules/imports/imports.repository';
import { ImportsService } from '@api/modules/imports/imports.service';
import { Database } from '@api/platform/database/database';
import { UnitOfWork } from '@api/platform/database/unit-of-work';
import type { TestApp } from './app';
import { createTestDatabase } from './database';
import { DEMONSTRATION } from './expected-figures';
import { temporaryFile, xlsx, type Sheets } from './workbook';

const IMPORTER = { actorId: null, actorName: 'test' };

/** The programme of the demonstration in a register that is empty. */
export const importDemonstration = ({ app }: Pick<TestApp, 'app'>): Promise<ImportResult> =>
  app.get(ImportsService).importFile({ path: DEMONSTRATION, authorship: IMPORTER });

/** A register of its own with the import on it. */
export class ImportBench {
  private constructor(
    readonly database: Database,
    readonly service: ImportsService,
    /** Connected as the owner: for what the application may not do. */
    readonly owner: pg.Pool,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<ImportBench> {
    const { appUrl, ownerUrl, drop } = await createTestDatabase();
    const database = new Database(appUrl);
    const service = new ImportsService(new UnitOfWork(database), database, new ImportsRepository());
    return new ImportBench(database, service, new pg.Pool({ connectionString: ownerUrl, max: 2 }), drop);
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.owner.end();
    await this.drop();
  }

  importFile(path: string, more: Partial<ImportRequest> = {}): Promise<ImportResult> {
    return this.service.importFile({ path, authorship: IMPORTER, ...more });
  }

  async import(sheets: Sheets, more: Partial<ImportRequest> = {}): Promise<ImportResult> {
    return this.importFile(await temporaryFile('workbook.xlsx', xlsx(sheets)), more);
  }

  /** The rows of a query, each as a list of its values. */
  async rows(text: string, values: unknown[] = []): Promise<unknown[][]> {
    return (await this.database.pool.query<unknown[]>({ text, values, rowMode: 'array' })).rows;
  }

  /** The one value of a query. */
  async value<T>(text: string, values: unknown[] = []): Promise<T> {
    return (await this.rows(text, values))[0]?.[0] as T;
  }

  /** Everything that is counted, and how many revisions it took. */
  async state(): Promise<unknown> {
    return this.rows(`
      select (select count(*) from revisions), (select max(known_at)::text from knowledge_clock),
             ${COUNTED.map((table) => `(select md5(string_agg(t::text, '' order by id)) from ${table} t) as ${table}`).join(', ')},
             ${COUNTED.map((table) => `(select count(*) from ${table}_history) as h_${table}`).join(', ')}`);
  }
}

const COUNTED = [
  'programmes',
  'centres',
  'companies',
  'company_numbers',
  'company_profiles',
  'participations',
  'activities',
  'attendances',
  'investments',
  'spin_offs',
  'outcomes',
];

/** Findings without their sentences: `participations 3 level UNKNOWN_VALUE`. */
export const brief = (findings: ImportResult['faults']): string[] =>
  findings.map(({ sheet, row, column, code }) =>
    [sheet, row, column, code].map((part) => part ?? '-').join(' '),
  );
