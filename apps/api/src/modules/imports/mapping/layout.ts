import { findSheet, guessMapping, isExplanation, meaningOf, type RawRow } from '@fieldlab/domain';
import { openFile, type Opening } from '../reading/open-workbook';
import type { OpenedSource } from '../reading/opened-workbook';
import { headingsOf } from './mapped-sheet';
import type { ImportLayout } from './mapping.dto';

/** Above a list there may be a title, a date, an empty row. */
const ROWS_LOOKED_AT = 30;
const HEADER_WITHIN = 10;
const SAMPLES = 5;
const LONGEST_SAMPLE = 80;
const MOST_SHEETS = 20;
const MOST_COLUMNS = 200;

/** Looks at the first rows of each sheet, and guesses what its columns hold. */
export async function layoutOf(path: string, opening: Opening): Promise<ImportLayout> {
  const file = await openFile(path, (names) => [...names.keys()].slice(0, MOST_SHEETS), opening);
  try {
    const sheets: ImportLayout['sheets'] = [];
    for (const source of file.sources) {
      const looks = isExplanation(source.name) ? undefined : await looksOf(source);
      if (looks) sheets.push(looks);
    }
    const isWorkbook = sheets.some(({ name }) => findSheet(name) !== undefined);
    return { isWorkbook, sheets, mapping: guessMapping(sheets) };
  } finally {
    await file.close();
  }
}

async function looksOf(source: OpenedSource): Promise<ImportLayout['sheets'][number] | undefined> {
  const rows: RawRow[] = [];
  for await (const batch of source.rows()) {
    rows.push(...batch.slice(0, ROWS_LOOKED_AT - rows.length));
    if (rows.length >= ROWS_LOOKED_AT) break;
  }
  const header = headerOf(rows);
  if (!header) return undefined;
  const below = rows.filter(({ row }) => row > header.row);
  const columns = [...headingsOf(header)].slice(0, MOST_COLUMNS).map(([place, heading]) => ({
    heading,
    samples: below
      .flatMap(({ cells }) => cells.find(({ column }) => column === place)?.text ?? [])
      .filter((text) => text !== '')
      .slice(0, SAMPLES)
      .map((text) => text.slice(0, LONGEST_SAMPLE)),
  }));
  return { name: source.name, headerRow: header.row, columns };
}

/** The row in which most words are headings; the first where none is. */
function headerOf(rows: readonly RawRow[]): RawRow | undefined {
  const meaning = (row: RawRow): number => meaningOf(row.cells.map(({ text }) => text));
  return rows
    .slice(0, HEADER_WITHIN)
    .reduce<RawRow | undefined>(
      (best, row) => (best && meaning(best) >= meaning(row) ? best : row),
      undefined,
    );
}
