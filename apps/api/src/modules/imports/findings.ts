import {
  findingSentence,
  isFault,
  SHEETS,
  type FindingCode,
  type FindingParams,
  type Language,
} from '@fieldlab/domain';
import type { Finding, FindingKindCount, ToldFinding } from './import-request';
import { KeptFindings } from './kept-findings';
import { RowSet, type Rows } from './row-set';

/** Of each kind, so that a workbook in which every cell is wrong does not fill the memory. */
const MOST_KEPT = 50_000;
const LONGEST_VALUE = 200;

export interface FindingAt {
  code: FindingCode;
  sheet: string | null;
  row: number | null;
  column: string | null;
  value: string | null;
  params?: FindingParams | undefined;
}

/** A piece of the file's text would keep all of the text around it in memory; a copy keeps only itself. */
const shortCopy = (text: string): string => {
  const cut = text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
  return Buffer.from(cut).toString();
};

const shortParams = (params: FindingParams): FindingParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? shortCopy(value) : value,
    ]),
  );

/** Of two rows that cannot both be right: which one is wrong, nobody can tell. */
const BETWEEN_TWO_ROWS = new Set<FindingCode>([
  'REF_REPEATED',
  'CENTRE_CODE_REPEATED',
  'ID_REPEATED',
  'PARTICIPATION_OVERLAP',
  'ATTENDANCE_REPEATED',
]);
/** Faults that no row can be set aside for: what they leave unread may be anything. */
const OF_NO_ROW = new Set<FindingCode>([
  'SHEET_REPEATED',
  'COLUMN_MISSING',
  'COLUMN_REPEATED',
  'QUOTE_NOT_CLOSED',
]);

export interface FindingsOptions {
  most?: number;
  /** Both rows of such a pair are faulty, and not the second alone. */
  pairs?: boolean;
  /** Faulty rows were taken away before: what is missing now is missing for that. */
  afterwards?: boolean;
}

/** Collects everything there is to say about a workbook, in sentences. */
export class Findings {
  private readonly kept: Record<'fault' | 'warning', KeptFindings>;
  private readonly wrongRows = new Map<string, RowSet>();
  private beyondRows = false;

  constructor(
    readonly language: Language,
    private readonly options: FindingsOptions = {},
  ) {
    const most = options.most ?? MOST_KEPT;
    this.kept = { fault: new KeptFindings(most), warning: new KeptFindings(most) };
  }

  get rejects(): boolean {
    return !this.kept.fault.isEmpty;
  }

  /** How many there are of each kind, those that were not kept included. */
  countsOf(kind: 'fault' | 'warning'): FindingKindCount[] {
    return this.kept[kind].counts;
  }

  /** The rows that have faults, or undefined where a fault is not of a row. */
  get faultyRows(): Rows | undefined {
    return this.beyondRows ? undefined : this.wrongRows;
  }

  add(found: FindingAt): void {
    const { sheet, row, params } = found;
    this.note(found);
    if (!this.options.pairs || !BETWEEN_TWO_ROWS.has(found.code)) return;
    const other = params?.other;
    if (typeof other !== 'number' || row === null || this.wrongRows.get(sheet ?? '')?.has(other)) return;
    this.note({ ...found, row: other, params: { ...params, other: row } });
  }

  private note({ code: said, sheet, row, column, value, params = {} }: FindingAt): void {
    const isGone = this.options.afterwards && (said === 'UNKNOWN_REF' || said === 'UNKNOWN_CENTRE');
    const code = isGone ? 'REFERENCE_SET_ASIDE' : said;
    const kind = isFault(code) ? 'fault' : 'warning';
    if (kind === 'fault') this.noteRow(code, sheet, row);
    this.kept[kind].add(code, () => {
      const copy = value === null ? null : shortCopy(value);
      const told = { value: copy ?? '', ...shortParams(params) };
      const message = findingSentence({ code, sheet, column, params: told }, this.language);
      return { sheet, row, column, value: copy, code, message, params: told };
    });
  }

  private noteRow(code: FindingCode, sheet: string | null, row: number | null): void {
    if (sheet === null || row === null || OF_NO_ROW.has(code)) {
      this.beyondRows = true;
      return;
    }
    const rows = this.wrongRows.get(sheet) ?? new RowSet();
    this.wrongRows.set(sheet, rows.add(row));
  }

  /** The same findings so far, to which others can be added apart. */
  fork(): Findings {
    const fork = this.without(new Map());
    fork.kept.fault = this.kept.fault.without(() => false);
    fork.beyondRows = this.beyondRows;
    for (const [sheet, rows] of this.wrongRows) fork.wrongRows.set(sheet, new RowSet(rows));
    return fork;
  }

  /** What is left of them when these rows are taken away, and with them all that was wrong. */
  without(rows: Rows, options = this.options): Findings {
    const rest = new Findings(this.language, options);
    const isGone = ({ sheet, row }: Finding): boolean =>
      sheet !== null && row !== null && rows.get(sheet)?.has(row) === true;
    rest.kept.warning = this.kept.warning.without(isGone);
    return rest;
  }

  withoutFaulty(rows: Rows): Findings {
    return this.without(rows, { ...this.options, afterwards: true });
  }

  get faults(): ToldFinding[] {
    return this.listed('fault');
  }

  get warnings(): ToldFinding[] {
    return this.listed('warning');
  }

  private listed(kind: 'fault' | 'warning'): ToldFinding[] {
    const { all, more } = this.kept[kind];
    const sorted = inOrder(all);
    if (more === 0) return sorted;
    const place = { code: 'MORE_FINDINGS' as const, sheet: null, column: null, params: { count: more } };
    return [...sorted, { ...place, row: null, value: null, message: findingSentence(place, this.language) }];
  }
}

/** As the sheets stand in the format, and the rows in them. */
export const inOrder = <Found extends Finding>(findings: readonly Found[]): Found[] =>
  [...findings].sort((a, b) => placeOf(a) - placeOf(b) || (a.row ?? 0) - (b.row ?? 0));

const PLACES = new Map<string, number>(SHEETS.map(({ name }, index) => [name, index]));
/** The whole file first, then the sheets as the format has them, then those it does not know; what is left out ends it. */
function placeOf({ sheet, code }: Finding): number {
  if (code === 'MORE_FINDINGS') return PLACES.size + 1;
  return sheet === null ? -1 : (PLACES.get(sheet) ?? PLACES.size);
}
