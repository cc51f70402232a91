import type { FindingCode, FindingParams, ImportMapping, Language, SheetName } from '@fieldlab/domain';
import type { SqlClient } from '../../platform/database/database';
import type { Authorship } from '../../platform/database/unit-of-work';
import type { FaultyRowsOfSheet, Mend } from './mending/mend.dto';
import type { WorkbookLimits } from './reading/limits';

export interface ImportRequest {
  /** An .xlsx, a .zip of csv files, or a folder of them. */
  path: string;
  /** As people know the file; the path's last part by default. */
  fileName?: string | undefined;
  authorship: Authorship;
  /** Checks and counts, and writes nothing. */
  dryRun?: boolean | undefined;
  /** Writes in what rows with an id differ from their records, instead of only telling it. */
  update?: boolean | undefined;
  /** Imports the sound rows, and sets faulty rows aside with those that hang from them. */
  setAside?: boolean | undefined;
  /** Cells to be read otherwise than the file has them. */
  mends?: readonly Mend[] | undefined;
  /** How a file of another layout is read. */
  mapping?: ImportMapping | undefined;
  /** Makes a workbook of the faulty rows. */
  keepFaultyRows?: boolean | undefined;
  /** Tells row by row what it will do, of a dry run. */
  keepPlannedRows?: boolean | undefined;
  /** Of the sentences; English by default. */
  language?: Language | undefined;
  /** Told every so often how many of about how many rows were read. */
  onProgress?: ((rowsRead: number, rowsExpected: number) => void) | undefined;
  /** Ends the import between two steps; nothing is written then. */
  signal?: AbortSignal | undefined;
  limits?: Partial<WorkbookLimits> | undefined;
  /** The centres from which every row must hang, for somebody who is bound to them. */
  centreIds?: readonly string[] | undefined;
  /** Looks at what was planned, in its temporary tables, and may give it other names; rows keep their fingerprints. */
  beforeWriting?: ((client: SqlClient) => Promise<void>) | undefined;
  /** The queued import that this is the running of: it becomes DONE in the very transaction that writes. */
  importId?: string | undefined;
}

/** Something to say about a cell, a row, a sheet or the file; null is the whole of it. */
export interface Finding {
  sheet: string | null;
  /** As on screen: the header is row 1. */
  row: number | null;
  column: string | null;
  value: string | null;
  code: FindingCode;
  message: string;
}

/** A finding that can be told again in another language. */
export interface ToldFinding extends Finding {
  /** What the sentence says. */
  params: FindingParams;
  /** In a file of another layout: what the place is in the format, whose words the sentence uses. */
  meant?: { sheet: string; column: string | null } | undefined;
}

/** How many findings of a kind there are. */
export interface FindingKindCount {
  code: FindingCode;
  count: number;
}

/** A record that an import will make, or fill in, with what it gets. */
interface PlannedRow {
  row: number;
  recordId: string;
  /** What a registered record is called; null of a new one. */
  label: string | null;
  /** By the columns of the format, as people read them: the last day for an end, a company by its name. */
  cells: Readonly<Record<string, string>>;
}

export const PLANNED_KINDS = ['NEW', 'FILLED'] as const;
export type PlannedKind = (typeof PLANNED_KINDS)[number];

/** The first rows of a kind on a sheet. */
export interface PlannedRows {
  sheet: SheetName;
  kind: PlannedKind;
  /** How many there are in all. */
  found: number;
  rows: PlannedRow[];
}

/** A value of a record that a row with its id has otherwise. */
export interface RecordChange {
  /** Of the format, or of a file of another layout its own; so is the column. */
  sheet: string;
  row: number;
  column: string;
  recordId: string;
  from: string | null;
  to: string | null;
}

/** The faulty rows, to be mended in a spreadsheet or on a screen. */
export interface KeptFaultyRows {
  workbook: Buffer;
  grid: FaultyRowsOfSheet[];
}

/** Records, not rows: two rows of one company count once. */
export interface SheetCounts {
  created: number;
  updated: number;
  unchanged: number;
}

export interface ImportResult {
  /** Of the import that was kept; null after a rejection or a dry run. */
  importId: string | null;
  status: 'DONE' | 'REJECTED';
  /** For every sheet of the workbook; empty after a rejection. */
  counts: Partial<Record<SheetName, SheetCounts>>;
  /** Pairs of companies that this import put on the duplicate review list. */
  openReviews: number;
  faults: Finding[];
  warnings: Finding[];
  /** Both as they are kept. */
  told: { faults: ToldFinding[]; warnings: ToldFinding[] };
  /** Written with `update`, and otherwise only told. */
  changes: RecordChange[];
  /** How many rows were faulty, or hung from one, while the others were imported. */
  setAsideRows: number;
  faultyRows: KeptFaultyRows | null;
  plannedRows: PlannedRows[];
  /** Faults and warnings, counted by kind. */
  findingKinds: FindingKindCount[];
}
