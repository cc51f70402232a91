import { findingSentence, type Language } from '@fieldlab/domain';
import type { ImportResult, ToldFinding } from '../import-request';
import type { Layout } from '../reading/opened-workbook';

type Found = Pick<ImportResult, 'told' | 'changes' | 'plannedRows'>;

/** What an import found in a file of another layout, by that file's own sheets, rows and columns. */
export function inFileTerms<Result extends Found>(
  result: Result,
  layout: Layout | undefined,
  language: Language,
): Result {
  if (!layout) return result;
  const toldOf = (finding: ToldFinding): ToldFinding => findingInFile(finding, layout, language);
  return {
    ...result,
    told: {
      faults: result.told.faults.map(toldOf),
      warnings: result.told.warnings.map(toldOf),
    },
    changes: result.changes.map((change) => ({
      ...change,
      ...layout.placeOf(change.sheet, change.row, change.column),
    })),
    plannedRows: result.plannedRows.map((planned) => ({
      ...planned,
      rows: planned.rows.map((one) => ({
        ...one,
        row: layout.placeOf(planned.sheet, one.row, null)?.row ?? one.row,
      })),
    })),
  };
}

/** A finding names other rows as well. */
export function findingInFile(finding: ToldFinding, { placeOf }: Layout, language: Language): ToldFinding {
  const { sheet, row, column, code } = finding;
  if (sheet === null || row === null) return finding;
  const place = placeOf(sheet, row, column);
  if (!place) return finding;
  const { other } = finding.params;
  const otherRow = typeof other === 'number' ? placeOf(sheet, other, null)?.row : undefined;
  const params = otherRow === undefined ? finding.params : { ...finding.params, other: otherRow };
  const message = findingSentence({ code, sheet, column, params }, language);
  return { ...finding, ...place, params, message, meant: { sheet, column } };
}
