import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { CellKind } from './export-columns';
import {
  headerStyle,
  packageParts,
  sheetPart,
  SPREADSHEET,
  styleOf,
  XML_HEADER,
  type Look,
} from './xlsx-package';

type Value = string | number | null;
/** A cell as its column has it, or with a kind and a look of its own. */
export type XlsxCell = Value | { value: Value; kind?: CellKind; look?: Look };

export interface XlsxColumn {
  name: string;
  kind: CellKind;
  required?: boolean;
  look?: Look;
  /** In characters. */
  width?: number;
  /** What is said when a cell of the column is chosen, and what can be chosen there. */
  help?: { title: string; text: string; choices?: readonly string[] | undefined };
}

export interface XlsxSheet {
  name: string;
  columns: readonly XlsxColumn[];
  rows: AsyncIterable<readonly (readonly XlsxCell[])[]> | Iterable<readonly (readonly XlsxCell[])[]>;
  /** Buttons in the header by which people filter. */
  filter?: boolean;
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LAST_ROW = 1_048_576;

/** A workbook that is written as its rows come: neither the rows nor the file are ever in memory as a whole. */
export async function* xlsxBytes(sheets: readonly XlsxSheet[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const names = sheets.map(({ name }) => escaped(name));
  for (const [path, content] of Object.entries(packageParts(names))) {
    const part = new ZipPassThrough(path);
    zip.add(part);
    part.push(strToU8(XML_HEADER + content), true);
  }
  for (const [index, sheet] of sheets.entries()) {
    const part = new ZipDeflate(sheetPart(index), { level: 6 });
    zip.add(part);
    for await (const xml of sheetXml(sheet)) {
      part.push(strToU8(xml));
      yield* ready;
      ready = [];
    }
    part.push(new Uint8Array(), true);
  }
  zip.end();
  yield* ready;
}

async function* sheetXml({ columns, rows, filter }: XlsxSheet): AsyncGenerator<string> {
  const header = columns.map(({ name, required }, index) =>
    textCell(`${letters(index)}1`, name, headerStyle(required ? 'required' : 'header')),
  );
  yield (
    `${XML_HEADER}<worksheet xmlns="${SPREADSHEET}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `${columnsXml(columns)}<sheetData><row r="1">${header.join('')}</row>`
  );
  let line = 1;
  for await (const batch of rows) yield batch.map((row) => rowXml(row, columns, (line += 1))).join('');
  const last = letters(columns.length - 1);
  yield `</sheetData>${filter ? `<autoFilter ref="A1:${last}${line}"/>` : ''}${helpXml(columns)}</worksheet>`;
}

/** What is typed below the last row has its column's format too. */
function columnsXml(columns: readonly XlsxColumn[]): string {
  const all = columns.map(({ kind, look, width = 14 }, index) => {
    const at = index + 1;
    return `<col min="${at}" max="${at}" width="${width}" style="${styleOf(kind, look)}" customWidth="1"/>`;
  });
  return all.length === 0 ? '' : `<cols>${all.join('')}</cols>`;
}

function helpXml(columns: readonly XlsxColumn[]): string {
  const all = columns.flatMap(({ help }, index) => {
    if (!help) return [];
    const at = `${letters(index)}2:${letters(index)}${LAST_ROW}`;
    const list = help.choices
      ? ` type="list" errorStyle="warning" showErrorMessage="1"><formula1>"${escaped(help.choices.join(','))}"</formula1></dataValidation>`
      : '/>';
    // Longer ones are not shown, and make some programs call the file damaged.
    const [title, text] = [help.title.slice(0, 32), help.text.slice(0, 255)].map(escapedAttribute);
    return `<dataValidation sqref="${at}" allowBlank="1" showInputMessage="1" promptTitle="${title}" prompt="${text}"${list}`;
  });
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}

function rowXml(row: readonly XlsxCell[], columns: readonly XlsxColumn[], line: number): string {
  const cells = row.map((cell, index) => cellXml(cell, columns[index], `${letters(index)}${line}`));
  return `<row r="${line}">${cells.join('')}</row>`;
}

/** A column's letters: 0 is A, 26 is AA. */
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

function cellXml(cell: XlsxCell, column: XlsxColumn | undefined, at: string): string {
  const own = typeof cell === 'object' && cell !== null ? cell : { value: cell };
  const { value, kind = column?.kind ?? 'text', look = column?.look } = own;
  const style = styleOf(kind, look);
  if (value === null) return look === 'wrong' ? `<c r="${at}" s="${style}"/>` : '';
  const serial = kind === 'date' ? serialOf(String(value)) : undefined;
  if (serial !== undefined) return `<c r="${at}" s="${style}"><v>${serial}</v></c>`;
  if (kind === 'number' || kind === 'money') return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
  return textCell(at, String(value), styleOf('text', look));
}

/** Text in a cell of type text is never run, whatever it begins with. */
const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// What XML 1.0 cannot hold at all is left out; a carriage return it would turn into a line feed, and `_x000D_` in a
// text is that text.
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/\r/g, '_x000D_')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
const escapedAttribute = (text: string): string => escaped(text).replace(/\n/g, '&#10;');

const DAY_MS = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** Days before March 1900 have no number on which all spreadsheets agree. */
const FIRST_DAY = '1900-03-01';

const serialOf = (date: string): number | undefined =>
  date < FIRST_DAY ? undefined : (Date.parse(`${date}T00:00:00Z`) - DAY_ZERO) / DAY_MS;
