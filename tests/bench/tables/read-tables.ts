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
  return {
    hierarchies: files
      .filter(({ name }) => HIERARCHY_FILE.test(name))
      .map(({ name, lines }) => ({ name, paths: lines.slice(1) })),
    tables: files.filter(({ name }) => !HIERARCHY_FILE.test(name)).flatMap(tableOf),
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
  if (measured.includes(-1)) return []; // another file, which says nothing of firms
  const dimensions = header.flatMap((_, index) => (measured.includes(index) ? [] : [index]));
  const rows = body.map((line) => ({
    codes: dimensions.map((index) => line[index] ?? ''),
    firms: numberIn(line[firmsAt]),
    total: numberIn(line[totalAt]),
    largest: numberIn(line[largestAt]),
  }));
  return [{ name, columns: dimensions.map((index) => header[index] ?? ''), rows: asAmounts(rows) }];
}

const numberIn = (text = ''): number => {
  const plain = /^-?[0-9.]*,[0-9]+$/.test(text) ? text.replaceAll('.', '').replace(',', '.') : text;
  const number = Number(plain);
  return Number.isFinite(number) ? number : 0;
};

/** MAX is the largest firm's amount, or its share as a fraction or in per cent: what it is shows from the table as a whole. */
function asAmounts(rows: TableRow[]): TableRow[] {
  const filled = rows.filter(({ total }) => total > 0);
  const isWithin = (most: number): boolean => filled.every(({ largest }) => largest <= most);
  const single = filled.filter(({ firms }) => firms === 1);
  const fitsAmount = filled.every(({ largest, total }) => largest <= total * 1.0001);
  const isAmount = fitsAmount && (!isWithin(1) || single.every(({ largest, total }) => near(largest, total)));
  if (isAmount && (single.length > 0 || !isWithin(1))) return rows;
  const whole = isWithin(1) ? 1 : 100;
  return rows.map((row) => ({ ...row, largest: (row.largest / whole) * row.total }));
}

const near = (one: number, other: number): boolean => Math.abs(one - other) <= 0.001 * Math.abs(other);
