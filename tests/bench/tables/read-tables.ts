import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';

/** One row: its code in every column, firms behind it, their sum and the largest firm's part of it. */
export interface TableRow {
  codes: string[];
  firms: number;
  total: number;
  largest: number;
}

export interface StatisticalTable {
  name: string;
  columns: string[];
  rows: TableRow[];
}

/** A hierarchy as its file has it: on every line a code and the codes above it, the widest first. */
export interface Hierarchy {
  name: string;
  paths: string[][];
}

export interface TableFolder {
  tables: StatisticalTable[];
  hierarchies: Hierarchy[];
}

const MEASURES = ['N_OBS', 'TOT', 'MAX'] as const;
const HIERARCHY_FILE = /_corr_table\.csv$/i;

/** Reads a folder of linked tables: CSVs of dimension columns, N_OBS, TOT and MAX; `*_corr_table.csv` are hierarchies. */
export async function readTableFolder(folder: string): Promise<TableFolder> {
  const names = (await readdir(folder)).filter((name) => /\.csv$/i.test(name)).sort();
  const files = await Promise.all(
    names.map(async (name) => ({ name, lines: linesOf(await readFile(join(folder, name), 'utf8')) })),
  );
  const tables = files.filter(({ name }) => !HIERARCHY_FILE.test(name)).flatMap(tableOf);
  if (tables.length === 0)
    throw new TableFault(`${folder} has no table: a CSV with columns of codes, and N_OBS, TOT and MAX.`);
  return {
    tables,
    hierarchies: files
      .filter(({ name }) => HIERARCHY_FILE.test(name))
      .map(({ name, lines }) => ({ name, paths: lines.slice(1) })),
  };
}

const linesOf = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' }).data.map((line) =>
    line.map((cell) => cell.trim()),
  );

function tableOf({ name, lines }: { name: string; lines: string[][] }): StatisticalTable[] {
  const [header = [], ...body] = lines;
  const heads = header.map((head) => head.toUpperCase());
  const measured = MEASURES.map((measure) => heads.indexOf(measure));
  const [firmsAt = -1, totalAt = -1, largestAt = -1] = measured;
  if (totalAt < 0 || firmsAt < 0) return []; // another file, which says nothing of firms
  if (largestAt < 0)
    throw new TableFault(`${name} has no column MAX, so that nobody knows where one firm has nearly all.`);
  const dimensions = header.flatMap((_, index) => (measured.includes(index) ? [] : [index]));
  if (dimensions.length === 0) throw new TableFault(`${name} has no column of codes.`);
  const rows = body.flatMap((line, index): TableRow[] => {
    const numberAt = (column: number): number | undefined =>
      numberIn(line[column], `${name}, row ${index + 2}`);
    const [firms, total, largest] = [numberAt(firmsAt), numberAt(totalAt), numberAt(largestAt)];
    // What nobody says is a cell that is missing.
    if (total === undefined) return [];
    const codes = dimensions.map((at) => line[at] ?? '');
    // Without the number of firms it is as few as there can be, without the largest one that one has all.
    return [{ codes, total, firms: firms ?? (total === 0 ? 0 : 1), largest: Math.abs(largest ?? NaN) }];
  });
  assertOnce(name, rows);
  return [{ name, columns: dimensions.map((index) => header[index] ?? ''), rows: asAmounts(rows) }];
}

/** What is wrong with the files, for who made them. */
export class TableFault extends Error {}

function assertOnce(name: string, rows: readonly TableRow[]): void {
  const seen = new Set<string>();
  for (const { codes } of rows) {
    const key = codes.join(', ');
    if (seen.has(key)) throw new TableFault(`${name} has the cell ${key} twice.`);
    seen.add(key);
  }
}

const MISSING = ['', 'NA', 'N/A', 'NULL', 'NAN', '.', '-', ':'];

function numberIn(text = '', where: string): number | undefined {
  if (MISSING.includes(text.toUpperCase())) return undefined;
  const plain = /^-?[0-9.]*,[0-9]+$/.test(text) ? text.replaceAll('.', '').replace(',', '.') : text;
  const number = Number(plain);
  if (!Number.isFinite(number)) throw new TableFault(`${where}: “${text}” is no number.`);
  return number;
}

/** MAX is the largest firm's amount, or its share as a fraction or in per cent: what it is shows from the table as a whole. */
function asAmounts(rows: TableRow[]): TableRow[] {
  const filled = rows.filter(({ total, largest }) => total !== 0 && Number.isFinite(largest));
  const isWithin = (most: number): boolean => filled.every(({ largest }) => largest <= most);
  const single = filled.filter(({ firms }) => firms === 1);
  const fitsAmount = filled.every(({ largest, total }) => largest <= Math.abs(total) * 1.0001);
  const isAmount =
    !isWithin(100) ||
    (fitsAmount && (!isWithin(1) || single.every(({ largest, total }) => near(largest, Math.abs(total)))));
  const whole = isWithin(1) ? 1 : 100;
  const isShare = !isAmount || (single.length === 0 && isWithin(1));
  return rows.map((row) => {
    // Where nobody says it, one firm has all of it.
    if (!Number.isFinite(row.largest)) return { ...row, largest: Math.abs(row.total) };
    return isShare ? { ...row, largest: (row.largest / whole) * Math.abs(row.total) } : row;
  });
}

const near = (one: number, other: number): boolean => Math.abs(one - other) <= 0.001 * Math.abs(other);
