import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

/** Small workbooks made in code, byte for byte as a test wants them; other tools write only well-behaved ones. */

export type Given =
  | string
  | number
  | boolean
  | null
  /** A real date, stored as a day number with a date format. */
  | Date
  | { shared: string }
  | { error: string }
  /** A formula, with the value that was stored with it. */
  | { formula: string; value?: string | number };

export type Sheets = Record<string, readonly (readonly Given[])[]>;

export interface XlsxOptions {
  from1904?: boolean;
  /** Put in as they are, or instead of the usual ones. */
  parts?: Record<string, string | Uint8Array>;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DAY = 86_400_000;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

function dayNumber(date: Date, from1904: boolean): number {
  return (date.getTime() - Date.UTC(1899, 11, 30)) / DAY - (from1904 ? 1462 : 0);
}

function cellXml(given: Given, reference: string, strings: string[], from1904: boolean): string {
  const cell = (attributes: string, inside: string): string =>
    `<c r="${reference}"${attributes}>${inside}</c>`;
  if (given === null) return '';
  if (typeof given === 'number') return cell('', `<v>${given}</v>`);
  if (typeof given === 'boolean') return cell(' t="b"', `<v>${given ? 1 : 0}</v>`);
  if (typeof given === 'string') {
    return cell(' t="inlineStr"', `<is><t xml:space="preserve">${escaped(given)}</t></is>`);
  }
  if (given instanceof Date) return cell(' s="1"', `<v>${dayNumber(given, from1904)}</v>`);
  if ('shared' in given) return cell(' t="s"', `<v>${strings.push(given.shared) - 1}</v>`);
  if ('error' in given) return cell(' t="e"', `<v>${given.error}</v>`);
  const stored = given.value === undefined ? '' : `<v>${escaped(String(given.value))}</v>`;
  return cell(typeof given.value === 'string' ? ' t="str"' : '', `<f>${escaped(given.formula)}</f>${stored}`);
}

export function sheetXml(rows: Sheets[string], strings: string[] = [], from1904 = false): string {
  const lines = rows.map((row, index) => {
    const cells = row.map((given, column) =>
      cellXml(given, `${columnName(column)}${index + 1}`, strings, from1904),
    );
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  return `${XML}<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
const relationships = (...all: string[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`;

/** An .xlsx of these sheets, the header as each one's first row. */
export function xlsx(sheets: Sheets, { from1904 = false, parts = {} }: XlsxOptions = {}): Uint8Array {
  const strings: string[] = [];
  const names = Object.keys(sheets);
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationships(relationship('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/styles.xml': STYLES,
  };
  names.forEach((name, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheets[name] ?? [], strings, from1904);
  });
  files['xl/_rels/workbook.xml.rels'] = relationships(
    ...names.map((_, index) =>
      relationship(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
    ),
    relationship('rIdStyles', 'styles', 'styles.xml'),
    relationship('rIdStrings', 'sharedStrings', 'sharedStrings.xml'),
  );
  const items = strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  files['xl/sharedStrings.xml'] = `${XML}<sst xmlns="${MAIN}">${items.join('')}</sst>`;
  return zipOf({ ...files, ...parts });
}

export function zipOf(files: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}

function spelt(given: Exclude<Given, Date>): string {
  if (given === null || typeof given !== 'object') return String(given ?? '');
  return 'shared' in given ? given.shared : 'error' in given ? given.error : String(given.value ?? '');
}

export function csvOf(rows: Sheets[string], delimiter = ','): string {
  const field = (given: Given): string => {
    const text = given instanceof Date ? given.toISOString().slice(0, 10) : spelt(given);
    return /[",;\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  return rows.map((row) => `${row.map(field).join(delimiter)}\r\n`).join('');
}

const folders: string[] = [];

/** What a file of tests wrote goes with it. */
export async function removeTemporaryFiles(): Promise<void> {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-workbook-'));
  folders.push(folder);
  return folder;
}

/** A file of its own in a new temporary folder. */
export async function temporaryFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await newFolder(), name);
  await writeFile(path, content);
  return path;
}

export async function temporaryFolder(files: Record<string, string | Uint8Array>): Promise<string> {
  const path = await newFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(path, name, '..'), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return path;
}
