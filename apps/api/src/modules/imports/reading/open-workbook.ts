import { open, readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { findSheet } from '@fieldlab/domain';
import { Archive } from './archive';
import { openCsvArchive, openCsvFile, openCsvFolder } from './csv/csv-workbook';
import { DEFAULT_LIMITS, inMegabytes, type WorkbookLimits } from './limits';
import type { OpenedFile, OpenedWorkbook, PickSheets } from './opened-workbook';
import { pickKnownSheets } from './sheets-found';
import { WorkbookRefused } from './workbook-refused';
import { openXlsx } from './xlsx/xlsx-workbook';

const ZIP = Buffer.from('PK');
/** The container of .xls files, and of .xlsx files under a password. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

export interface Opening {
  limits?: WorkbookLimits | undefined;
  /** What the file is called, where that differs from where it lies. */
  fileName?: string | undefined;
}

/**
 * Opens an .xlsx, a .csv, a .zip of .csv files or a folder of them, as a workbook of the format.
 * @throws WorkbookRefused with a clear reason, before any row is read
 */
export async function openWorkbook(path: string, opening: Opening = {}): Promise<OpenedWorkbook> {
  const { sources, remarks, close } = await openFile(path, pickKnownSheets, opening);
  const named = (name: string | null): string | null =>
    name === null ? null : (findSheet(name)?.name ?? name);
  return {
    sheets: sources.flatMap((source) => {
      const sheet = findSheet(source.name);
      return sheet ? [{ ...source, name: sheet.name, sheet }] : [];
    }),
    remarks: remarks.map((remark) => ({ ...remark, sheet: named(remark.sheet) })),
    close,
  };
}

/** The same of a file of any layout, with the sheets that are picked. */
export async function openFile(
  path: string,
  pick: PickSheets,
  { limits = DEFAULT_LIMITS, fileName = basename(path) }: Opening = {},
): Promise<OpenedFile> {
  const info = await stat(path).catch(() => undefined);
  if (!info) throw new WorkbookRefused('FILE_NOT_FOUND', { file: path });
  if (info.isDirectory()) return openCsvFolder(path, { limits, pick });
  if (!info.isFile()) throw new WorkbookRefused('NOT_A_WORKBOOK');
  if (info.size === 0) throw new WorkbookRefused('FILE_EMPTY');
  if (info.size > limits.fileBytes) {
    throw new WorkbookRefused('FILE_TOO_LARGE', { most: inMegabytes(limits.fileBytes) });
  }
  const start = await firstBytes(path, COMPOUND_FILE.length);
  if (start.equals(COMPOUND_FILE)) {
    const encrypted = (await readFile(path)).includes(ENCRYPTED_STREAM);
    throw new WorkbookRefused(encrypted ? 'ENCRYPTED' : 'OLD_EXCEL_FORMAT');
  }
  if (start.subarray(0, ZIP.length).equals(ZIP))
    return openArchive(await Archive.open(path, limits), { limits, pick });
  // A text file has no mark of its own: its name says that it is one, and a list has no NUL in it.
  if (extname(fileName).toLowerCase() !== '.csv' || start.includes(0))
    throw new WorkbookRefused('NOT_A_WORKBOOK');
  return openCsvFile(path, fileName, { limits, pick });
}

async function openArchive(
  archive: Archive,
  opening: { limits: WorkbookLimits; pick: PickSheets },
): Promise<OpenedFile> {
  try {
    if (archive.names.length === 0) throw new WorkbookRefused('FILE_EMPTY');
    if (archive.has('[Content_Types].xml')) return await openXlsx(archive, opening.limits, opening.pick);
    if (archive.has('content.xml')) {
      throw new WorkbookRefused('OTHER_SPREADSHEET_FORMAT', { format: 'OpenDocument' });
    }
    return await openCsvArchive(archive, opening);
  } catch (cause) {
    await archive.close();
    throw cause;
  }
}

async function firstBytes(path: string, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), length, position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
