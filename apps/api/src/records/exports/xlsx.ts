import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Cell } from './csv';
import type { CellKind, ExportColumn } from './export-columns';

type Batches = AsyncIterable<Cell[][]>;

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org';
const PACKAGE = `${OFFICE}/package/2006`;
const DOCUMENT = `${OFFICE}/officeDocument/2006/relationships`;
const SHEET = `${OFFICE}/spreadsheetml/2006/main`;
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The cell formats of styles.xml, by their place in it. */
const STYLES: Record<CellKind, number> = { text: 0, number: 0, date: 1, money: 2, instant: 0 };
const BOLD = 3;

/** The parts of a workbook beside its one sheet. */
const PARTS: Record<string, string> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${MAIN}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${MAIN}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${SHEET}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
};
const workbook = (name: string): string =>
  `<workbook xmlns="${SHEET}" xmlns:r="${DOCUMENT}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** A workbook of one sheet, written as its rows come: neither the rows nor the file are ever in memory as a whole. */
export async function* xlsxBytes(
  name: string,
  columns: readonly ExportColumn[],
  batches: Batches,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const [path, content] of Object.entries({ ...PARTS, 'xl/workbook.xml': workbook(name) })) {
    const part = new ZipPassThrough(path);
    zip.add(part);
    part.push(strToU8(HEADER + content), true);
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 });
  zip.add(sheet);
  for await (const xml of sheetXml(columns, batches)) {
    sheet.push(strToU8(xml));
    yield* ready;
    ready = [];
  }
  sheet.push(new Uint8Array(), true);
  zip.end();
  yield* ready;
}

async function* sheetXml(columns: readonly ExportColumn[], batches: Batches): AsyncGenerator<string> {
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>';
  const names = columns.map(({ name }, index) => textCell(`${letters(index)}1`, name, BOLD)).join('');
  yield `${HEADER}<worksheet xmlns="${SHEET}">${frozen}<sheetData><row r="1">${names}</row>`;
  let line = 1;
  for await (const rows of batches) yield rows.map((row) => rowXml(row, columns, (line += 1))).join('');
  yield '</sheetData></worksheet>';
}

function rowXml(row: readonly Cell[], columns: readonly ExportColumn[], line: number): string {
  const cells = row.map((cell, index) =>
    cellXml(cell, columns[index]?.kind ?? 'text', `${letters(index)}${line}`),
  );
  return `<row r="${line}">${cells.join('')}</row>`;
}

/** A column's letters: 0 is A, 26 is AA. */
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

function cellXml(cell: Cell, kind: CellKind, at: string): string {
  if (cell === null) return '';
  const serial = kind === 'date' ? serialOf(String(cell)) : undefined;
  if (serial !== undefined) return `<c r="${at}" s="${STYLES.date}"><v>${serial}</v></c>`;
  if (kind === 'number' || kind === 'money') return `<c r="${at}" s="${STYLES[kind]}"><v>${cell}</v></c>`;
  return textCell(at, String(cell), 0);
}

/** Text in a cell of type text is never run, whatever it begins with. */
const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
// What XML 1.0 cannot hold at all is left out.
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);

const DAY_MS = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** Days before March 1900 have no number on which all spreadsheets agree. */
const FIRST_DAY = '1900-03-01';

const serialOf = (date: string): number | undefined =>
  date < FIRST_DAY ? undefined : (Date.parse(`${date}T00:00:00Z`) - DAY_ZERO) / DAY_MS;
