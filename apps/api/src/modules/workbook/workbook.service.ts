import { Inject, Injectable } from '@nestjs/common';
import { EXPLANATION_SHEET, SHEETS, type Language, type Permission } from '@fieldlab/domain';
import { boundOf, requirePermission, type Actor } from '../../access/actor';
import { noteExport } from '../../access/note-export';
import { Database, type SqlClient } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { XlsxCell, XlsxSheet } from '../../resource/exports/xlsx';
import { SheetLayout } from './workbook-columns';
import { explanationRows, EXPLANATION_COLUMNS } from './workbook-explanation';
import { rowsOfSheet } from './workbook-rows.repository';

const READS: readonly Permission[] = [
  'programme:read',
  'centre:read',
  'company:read',
  'participation:read',
  'activity:read',
  'investment:read',
  'spin-off:read',
  'outcome:read',
];

/** The register as the workbook in which it is brought in, so that people can change it there. */
@Injectable()
export class WorkbookService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Hands the whole register to `write`, as far as the actor may read it and as it is at this moment. */
  async export(
    actor: Actor,
    language: Language,
    write: (sheets: readonly XlsxSheet[]) => Promise<void>,
  ): Promise<void> {
    for (const permission of READS) requirePermission(actor, permission);
    // Its companies are sole traders, too.
    await noteExport(this.unitOfWork, actor, 'companies');
    const bound = boundOf(actor);
    await this.database.reading(
      (client) =>
        write(
          SHEETS.map((sheet) => filledSheet(client, new SheetLayout(sheet, language), sheet.name, bound)),
        ),
      { kind: 'batch', once: true },
    );
  }

  /** An empty workbook that explains itself. */
  template(language: Language): XlsxSheet[] {
    const explanation: XlsxSheet = {
      name: EXPLANATION_SHEET[language],
      columns: EXPLANATION_COLUMNS[language],
      rows: [explanationRows(language)],
    };
    const empty = SHEETS.map((sheet): XlsxSheet => {
      const { name, columns } = new SheetLayout(sheet, language, ({ exported }) => !exported);
      return { name, columns, rows: [] };
    });
    return [explanation, ...empty];
  }
}

function filledSheet(
  client: SqlClient,
  layout: SheetLayout,
  ...[sheet, bound]: [(typeof SHEETS)[number]['name'], readonly string[] | undefined]
): XlsxSheet {
  async function* rows(): AsyncGenerator<XlsxCell[][]> {
    for await (const batch of rowsOfSheet(client, sheet, bound)) yield batch.map((row) => layout.cells(row));
  }
  return { name: layout.name, columns: layout.columns, rows: rows(), filter: true };
}
