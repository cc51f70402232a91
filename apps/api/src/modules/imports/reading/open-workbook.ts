import { open, readFile, stat } from 'node:fs/promises';
import { Archive } from './archive';
import { openCsvArchive, openCsvFolder } from './csv/csv-workbook';
import { DEFAULT_LIMITS, inMegabytes, type WorkbookLimits } from './limits';
import type { OpenedWorkbook } from './opened-workbook';
import { WorkbookRefused } from './workbook-refused';
import { openXlsx } from './xlsx/xlsx-workbook';

const ZIP = Buffer.from('PK');
/** The container of .xls files, and of .xlsx files under a password. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Opens an .xlsx, a .zip of .csv files or a folder of them.
 * @throws WorkbookRefused with a clear reason, before any row is read
 */
export async function openWorkbook(
  path: string,
  limits: WorkbookLimits = DEFAULT_LIMITS,
): Promise<OpenedWorkbook> {
  const info = await stat(path).catch(() => undefined);
  if (!info) throw new WorkbookRefused('FILE_NOT_FOUND', { file: path });
  if (info.isDirectory()) return openCsvFolder(path, limits);
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
  if (!start.subarray(0, ZIP.length).equals(ZIP)) throw new WorkbookRefused('NOT_A_WORKBOOK');
  return openArchive(await Archive.open(path, limits), limits);
}

async function openArchive(archive: Archive, limits: WorkbookLimits): Promise<OpenedWorkbook> {
  try {
    if (archive.names.length === 0) throw new WorkbookRefused('FILE_EMPTY');
    if (archive.has('[Content_Types].xml')) return await openXlsx(archive, limits);
    if (archive.has('content.xml')) {
      throw new WorkbookRefused('OTHER_SPREADSHEET_FORMAT', { format: 'OpenDocument' });
    }
    return await openCsvArchive(archive, limits);
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
