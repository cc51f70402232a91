import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { RawRow } from '@fieldlab/domain';
import type { Archive } from '../archive';
import { textOf } from '../byte-chunks';
import { UnpackedBytes } from '../inspection';
import type { WorkbookLimits } from '../limits';
import type { OpenedFile, OpenedSource, PickSheets, SheetRemark } from '../opened-workbook';
import { WorkbookRefused } from '../workbook-refused';
import { inspectCsv, type CsvTraits } from './csv-inspection';
import { CsvParser } from './csv-parser';

interface Opening {
  limits: WorkbookLimits;
  pick: PickSheets;
}

interface CsvFile {
  name: string;
  checksum?: number | undefined;
  stream: () => Promise<Readable>;
}

/** Files that operating systems put beside the ones people see. */
const isHidden = (name: string): boolean => /(?:^|\/)(?:\.|__MACOSX\/)/.test(name);
const isCsv = (name: string): boolean => extname(name).toLowerCase() === '.csv';

export async function openCsvFolder(path: string, opening: Opening): Promise<OpenedFile> {
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const files = names.map((name) => ({
    name,
    stream: () => Promise.resolve(createReadStream(join(path, name))),
  }));
  return openFiles(files, opening, () => Promise.resolve());
}

/** One file by itself, called as people know it. */
export async function openCsvFile(path: string, name: string, opening: Opening): Promise<OpenedFile> {
  const stream = () => Promise.resolve(createReadStream(path));
  return openFiles([{ name, stream }], opening, () => Promise.resolve());
}

export async function openCsvArchive(archive: Archive, opening: Opening): Promise<OpenedFile> {
  const files = archive.names.map((name) => ({
    name,
    checksum: archive.checksumOf(name),
    stream: () => archive.stream(name),
  }));
  return openFiles(files, opening, () => archive.close());
}

async function openFiles(
  files: readonly CsvFile[],
  { limits, pick }: Opening,
  close: () => Promise<void>,
): Promise<OpenedFile> {
  const visible = files.filter((file) => !isHidden(file.name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const remarks: SheetRemark[] = visible
    .filter((file) => !isCsv(file.name))
    .map(({ name }) => ({ code: 'FILE_IGNORED', sheet: null, value: name, params: { value: name } }));
  const csv = visible.filter((file) => isCsv(file.name));
  if (csv.length === 0) throw new WorkbookRefused('NOT_A_WORKBOOK');
  const names = csv.map((file) => basename(file.name).slice(0, -'.csv'.length));
  const spent = new UnpackedBytes();
  const sources: OpenedSource[] = [];
  for (const place of pick(names, remarks)) {
    const [file, name] = [csv[place], names[place]];
    if (file && name !== undefined) sources.push(await openFile(name, file, { limits, spent, remarks }));
  }
  return { sources, remarks, close };
}

async function openFile(
  name: string,
  file: CsvFile,
  at: { limits: WorkbookLimits; spent: UnpackedBytes; remarks: SheetRemark[] },
): Promise<OpenedSource> {
  const { checksum } = file;
  const traits = await inspectCsv(
    { name: file.name, checksum, stream: await file.stream() },
    at.limits,
    at.spent,
  );
  if (traits.encoding === 'windows-1252') {
    at.remarks.push({ code: 'READ_AS_WINDOWS_1252', sheet: name, value: file.name });
  }
  return { name, rowsExpected: traits.rowsExpected, rows: () => rowsOf(file, traits) };
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
