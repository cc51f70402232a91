import {
  isFault,
  normaliseCompanyName,
  SheetReader,
  SHEETS,
  type CountryProfile,
  type RawRow,
  type ReadRow,
  type Sheet,
  type SheetName,
} from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import type { Findings } from '../findings';
import type { OpenedSheet, OpenedWorkbook } from '../reading/opened-workbook';
import { WorkbookRefused } from '../reading/workbook-refused';
import { analyzeStages, createStage, stagedColumns, StageWriter } from './staging.repository';

export interface StagingOptions {
  profile: CountryProfile;
  findings: Findings;
  onProgress?: ((rowsRead: number, rowsExpected: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** The columns that each sheet of a workbook has, of those that are kept. */
export type PresentColumns = ReadonlyMap<SheetName, ReadonlySet<string>>;

/** Index rows hold at most 2,704 bytes; a normalised name can be longer than the name was. */
const LONGEST_MATCH_NAME = 500;

/**
 * Reads every row of a workbook into temporary tables, saying what is wrong with each by itself.
 * Answers which columns each sheet of the workbook has, and how many rows there are in all.
 */
export async function stageWorkbook(
  client: SqlClient,
  workbook: OpenedWorkbook,
  options: StagingOptions,
): Promise<{ present: PresentColumns; rows: number }> {
  for (const remark of workbook.remarks) options.findings.add({ ...remark, row: null, column: null });
  for (const sheet of SHEETS) await createStage(client, sheet);
  const progress = new Progress(workbook, options.onProgress);
  const present = new Map<SheetName, ReadonlySet<string>>();
  let staged = 0;
  for (const opened of workbook.sheets) {
    const { rows, columns } = await stageSheet(client, opened, { ...options, progress });
    staged += rows;
    present.set(opened.sheet.name, columns);
  }
  if (staged === 0 && !options.findings.rejects) throw new WorkbookRefused('NO_ROWS');
  await analyzeStages(client, SHEETS);
  progress.finish();
  return { present, rows: staged };
}

async function stageSheet(
  client: SqlClient,
  opened: OpenedSheet,
  options: StagingOptions & { progress: Progress },
): Promise<{ rows: number; columns: ReadonlySet<string> }> {
  const { sheet } = opened;
  const writer = new StageWriter(client, sheet);
  const columns = stagedColumns(sheet);
  let reader: SheetReader | undefined;
  let staged = 0;
  try {
    for await (const batch of opened.rows()) {
      options.signal?.throwIfAborted();
      for (const raw of batch) {
        if (!reader) reader = readHeader(sheet, raw, options);
        else if (await stageRow({ reader, raw, writer, columns, options })) staged += 1;
      }
      options.progress.add(batch.length);
    }
    await writer.end();
    return { rows: staged, columns: reader?.present ?? new Set() };
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

function readHeader(sheet: Sheet, raw: RawRow, { profile, findings }: StagingOptions): SheetReader {
  const reader = new SheetReader(sheet, raw, profile);
  for (const remark of reader.headerRemarks) findings.add({ ...remark, sheet: sheet.name, row: raw.row });
  return reader;
}

async function stageRow(at: {
  reader: SheetReader;
  raw: RawRow;
  writer: StageWriter;
  columns: readonly string[];
  options: StagingOptions;
}): Promise<boolean> {
  const { reader, raw, writer, columns, options } = at;
  const read = reader.read(raw);
  if (!read) return false;
  for (const remark of read.remarks) {
    options.findings.add({ ...remark, sheet: reader.sheet.name, row: read.row });
  }
  const values = withComputed(reader.sheet, read, options.profile);
  await writer.write(
    read.row,
    columns.map((column) => values[column]),
  );
  return true;
}

function withComputed(
  sheet: Sheet,
  { values, remarks }: ReadRow,
  profile: CountryProfile,
): ReadRow['values'] {
  const faulty = remarks.flatMap(({ code, column }) => (isFault(code) && column !== null ? [column] : []));
  if (faulty.length > 0) values.faulty = faulty;
  if (sheet.name === 'companies' && typeof values.name === 'string') {
    values.match_name = normaliseCompanyName(profile, values.name).slice(0, LONGEST_MATCH_NAME);
  }
  return values;
}

/** Rows read so far; the expectation is corrected when there turn out to be more. */
class Progress {
  private done = 0;
  private readonly expected: number;

  constructor(
    workbook: OpenedWorkbook,
    private readonly tell: StagingOptions['onProgress'],
  ) {
    this.expected = workbook.sheets.reduce((sum, { rowsExpected }) => sum + rowsExpected, 0);
  }

  add(rows: number): void {
    this.done += rows;
    this.tell?.(this.done, Math.max(this.expected, this.done));
  }

  finish(): void {
    this.tell?.(this.done, this.done);
  }
}
