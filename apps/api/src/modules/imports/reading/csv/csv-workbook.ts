import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { RawRow } from '@fieldlab/domain';
import type { Archive } from '../archive';
import { textOf } from '../byte-chunks';
import { UnpackedBytes } from '../inspection';
import type { WorkbookLimits } from '../limits';
import type { OpenedSheet, OpenedWorkbook, SheetRemark } from '../opened-workbook';
import { matchSheets, type FoundSheet } from '../sheets-found';
import { WorkbookRefused } from '../workbook-refused';
import { inspectCsv, type CsvTraits } from './csv-inspection';
import { CsvParser } from './csv-parser';

interface CsvFile {
  name: string;
  checksum?: number | undefined;
  stream: () => Promise<Readable>;
}

/** Files that operating systems put beside the ones people see. */
const isHidden = (name: string): boolean => /(?:^|\/)(?:\.|__MACOSX\/)/.test(name);
const isCsv = (name: string): boolean => extname(name).toLowerCase() === '.csv';

export async function openCsvFolder(path: string, limits: WorkbookLimits): Promise<OpenedWorkbook> {
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const files = names.map((name) => ({
    name,
    stream: () => Promise.resolve(createReadStream(join(path, name))),
  }));
  return openFiles(files, limits, () => Promise.resolve());
}

export async function openCsvArchive(archive: Archive, limits: WorkbookLimits): Promise<OpenedWorkbook> {
  const files = archive.names.map((name) => ({
    name,
    checksum: archive.checksumOf(name),
    stream: () => archive.stream(name),
  }));
  return openFiles(files, limits, () => archive.close());
}

async function openFiles(
  files: readonly CsvFile[],
  limits: WorkbookLimits,
  close: () => Promise<void>,
): Promise<OpenedWorkbook> {
  const visible = files.filter((file) => !isHidden(file.name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const remarks: SheetRemark[] = visible
    .filter((file) => !isCsv(file.name))
    .map(({ name }) => ({ code: 'FILE_IGNORED', sheet: null, value: name, params: { value: name } }));
  const csv = visible.filter((file) => isCsv(file.name));
  if (csv.length === 0) throw new WorkbookRefused('NOT_A_WORKBOOK');
  const named = csv.map((file) => ({ name: basename(file.name).slice(0, -'.csv'.length), source: file }));
  const spent = new UnpackedBytes();
  const sheets: OpenedSheet[] = [];
  for (const found of matchSheets(named, remarks)) {
    sheets.push(await openFile(found, { limits, spent, remarks }));
  }
  return { sheets, remarks, close };
}

async function openFile(
  { sheet, source }: FoundSheet<CsvFile>,
  at: { limits: WorkbookLimits; spent: UnpackedBytes; remarks: SheetRemark[] },
): Promise<OpenedSheet> {
  const { name, checksum } = source;
  const traits = await inspectCsv({ name, checksum, stream: await source.stream() }, at.limits, at.spent);
  if (traits.encoding === 'windows-1252') {
    at.remarks.push({ code: 'READ_AS_WINDOWS_1252', sheet: sheet.name, value: name });
  }
  return { sheet, rowsExpected: traits.rowsExpected, rows: () => rowsOf(source, traits) };
}

async function* rowsOf(source: CsvFile, traits: CsvTraits): AsyncGenerator<RawRow[]> {
  const parser = new CsvParser(traits.delimiter);
  let toSkip = traits.skippedLine.length;
  for await (const text of textOf(await source.stream(), traits.encoding)) {
    const skipped = Math.min(toSkip, text.length);
    toSkip -= skipped;
    yield parser.push(text.slice(skipped));
  }
  yield parser.end();
}
