import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import readXlsx from 'read-excel-file/node';
import { UsageError } from './usage-error';

/** A list as it was read: its headings, and each row's texts in their order. */
export interface ReadList {
  headings: string[];
  rows: string[][];
}

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * Reads a list of companies: a .csv (UTF-8, else Windows-1252; comma, semicolon, tab or bar) or the first sheet of an
 * .xlsx. An empty row stays a row, so that row numbers are those of the file.
 * @throws UsageError where the file cannot be read
 */
export async function readList(path: string): Promise<ReadList> {
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`There is no file ${path}.`);
  });
  const table = path.toLowerCase().endsWith('.xlsx') ? await sheetOf(bytes, path) : csvOf(bytes);
  const [headings = [], ...rows] = table;
  if (headings.every((heading) => heading === '')) throw new UsageError(`${path} has no headings.`);
  return { headings, rows };
}

async function sheetOf(bytes: Buffer, path: string): Promise<string[][]> {
  try {
    const [sheet] = await readXlsx(bytes);
    return (sheet?.data ?? []).map((row) => row.map(textOf));
  } catch {
    throw new UsageError(`${path} is not an .xlsx file that can be read.`);
  }
}

const textOf = (cell: unknown): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
};

function csvOf(bytes: Buffer): string[][] {
  const { data } = Papa.parse<string[]>(decoded(bytes).trimEnd(), { delimitersToGuess: DELIMITERS });
  return data.map((row) => row.map((cell) => cell.trim()));
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
