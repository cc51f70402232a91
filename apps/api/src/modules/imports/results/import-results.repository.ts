import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@fieldlab/domain';
import { Database } from '../../../platform/database/database';
import { raw, rowsOf, sql } from '../../../platform/database/sql';
import type { KeptFaultyRows, PlannedRows, ToldFinding } from '../import-request';
import type { FaultyRowsOfSheet } from '../mending/mend.dto';
import type {
  FindingKind,
  FindingPage,
  FindingsQuery,
  PlannedRowPage,
  PlannedRowsQuery,
} from './import-results.dto';
import { toldIn } from './told-in';

/** What came of an import, piece by piece; whose import it is was asked before. */
@Injectable()
export class ImportResultsRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** A page of what was found. */
  async findings(
    id: string,
    kind: FindingKind,
    { page, perPage, code }: FindingsQuery,
    language: Language,
  ): Promise<FindingPage> {
    const found = kind === 'faults' ? raw('t.faults') : raw('t.warnings');
    const wanted = code === undefined ? sql`` : sql`where e.finding ->> 'code' = ${code}`;
    const [row] = await rowsOf<{ total: number; data: ToldFinding[] }>(
      this.database.pool,
      sql`with found as (
            select e.finding, row_number() over (order by e.place) as turn
              from imports t cross join jsonb_array_elements(${found}) with ordinality e (finding, place)
             ${wanted} ${code === undefined ? sql`where` : sql`and`} t.id = ${id}::uuid)
          select count(*)::int as total,
                 coalesce(jsonb_agg(finding order by turn)
                   filter (where turn > ${(page - 1) * perPage} and turn <= ${page * perPage}), '[]') as data
            from found`,
    );
    return { total: row?.total ?? 0, data: (row?.data ?? []).map(toldIn(language)) };
  }

  /** A page of the records that a check found will be made or filled in. */
  async plannedRows(id: string, { kind, sheet, page, perPage }: PlannedRowsQuery): Promise<PlannedRowPage> {
    const ofSheet = sheet === undefined ? sql`` : sql`and p.planned ->> 'sheet' = ${sheet}`;
    const [row] = await rowsOf<PlannedRowPage & Record<string, unknown>>(
      this.database.pool,
      sql`with planned as (
            select p.planned, p.place
              from import_files f cross join jsonb_array_elements(f.planned_rows) with ordinality p (planned, place)
             where f.import_id = ${id}::uuid and p.planned ->> 'kind' = ${kind} ${ofSheet}),
          shown as (
            select r.row || jsonb_build_object('sheet', p.planned -> 'sheet') as row,
                   row_number() over (order by p.place, r.place) as turn
              from planned p cross join jsonb_array_elements(p.planned -> 'rows') with ordinality r (row, place))
          select (select count(*)::int from shown) as total,
                 (select coalesce(sum((planned ->> 'found')::int), 0)::int from planned) as found,
                 (select coalesce(jsonb_agg(row order by turn), '[]') from shown
                   where turn > ${(page - 1) * perPage} and turn <= ${page * perPage}) as data`,
    );
    return row ?? { data: [], total: 0, found: 0 };
  }

  async keepPlannedRows(id: string, planned: readonly PlannedRows[]): Promise<void> {
    if (planned.length === 0) return;
    await rowsOf(
      this.database.pool,
      sql`update import_files set planned_rows = ${JSON.stringify(planned)}::jsonb where import_id = ${id}::uuid`,
    );
  }

  async keepFaultyRows(id: string, { workbook, grid }: KeptFaultyRows): Promise<void> {
    await rowsOf(
      this.database.pool,
      sql`update import_files set faulty_rows = ${workbook}, faulty_grid = ${JSON.stringify(grid)}::jsonb
           where import_id = ${id}::uuid`,
    );
  }

  async faultyRows(id: string): Promise<Buffer | undefined> {
    const [row] = await rowsOf<{ content: Buffer | null }>(
      this.database.pool,
      sql`select faulty_rows as content from import_files where import_id = ${id}::uuid`,
    );
    return row?.content ?? undefined;
  }

  async faultyGrid(id: string): Promise<FaultyRowsOfSheet[] | undefined> {
    const [row] = await rowsOf<{ grid: FaultyRowsOfSheet[] | null }>(
      this.database.pool,
      sql`select faulty_grid as grid from import_files where import_id = ${id}::uuid`,
    );
    return row?.grid ?? undefined;
  }
}
