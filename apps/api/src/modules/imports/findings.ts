import {
  findingMessage,
  isFault,
  SHEETS,
  type FindingCode,
  type FindingParams,
  type Language,
} from '@fieldlab/domain';
import type { Finding } from './import-request';
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
  private readonly kept = { fault: [] as Finding[], warning: [] as Finding[] };
  private readonly more = { fault: 0, warning: 0 };
  private readonly wrongRows = new Map<string, RowSet>();
  private beyondRows = false;
  private readonly most: number;

  constructor(
    readonly language: Language,
    private readonly options: FindingsOptions = {},
  ) {
    this.most = options.most ?? MOST_KEPT;
  }

  get rejects(): boolean {
    return this.kept.fault.length > 0;
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
    if (this.kept[kind].length >= this.most) {
      this.more[kind] += 1;
      return;
    }
    const copy = value === null ? null : shortCopy(value);
    const message = findingMessage(code, shortParams({ value: copy ?? '', ...params }), this.language);
    this.kept[kind].push({ sheet, row, column, value: copy, code, message });
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
    fork.kept.fault.push(...this.kept.fault);
    fork.more.fault = this.more.fault;
    fork.beyondRows = this.beyondRows;
    for (const [sheet, rows] of this.wrongRows) fork.wrongRows.set(sheet, new RowSet(rows));
    return fork;
  }

  /** What is left of them when these rows are taken away, and with them all that was wrong. */
  without(rows: Rows, options = this.options): Findings {
    const rest = new Findings(this.language, options);
    const isGone = ({ sheet, row }: Finding): boolean =>
      sheet !== null && row !== null && rows.get(sheet)?.has(row) === true;
    rest.kept.warning.push(...this.kept.warning.filter((warning) => !isGone(warning)));
    rest.more.warning = this.more.warning;
    return rest;
  }

  withoutFaulty(rows: Rows): Findings {
    return this.without(rows, { ...this.options, afterwards: true });
  }

  get faults(): Finding[] {
    return this.listed('fault');
  }

  get warnings(): Finding[] {
    return this.listed('warning');
  }

  private listed(kind: 'fault' | 'warning'): Finding[] {
    const sorted = inOrder(this.kept[kind]);
    const count = this.more[kind];
    if (count === 0) return sorted;
    const message = findingMessage('MORE_FINDINGS', { count }, this.language);
    return [...sorted, { sheet: null, row: null, column: null, value: null, code: 'MORE_FINDINGS', message }];
  }
}

/** As the sheets stand in the format, and the rows in them. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => placeOf(a) - placeOf(b) || (a.row ?? 0) - (b.row ?? 0));

const PLACES = new Map<string, number>(SHEETS.map(({ name }, index) => [name, index]));
/** The whole file first, then the sheets as the format has them, then those it does not know; what is left out ends it. */
function placeOf({ sheet, code }: Finding): number {
  if (code === 'MORE_FINDINGS') return PLACES.size + 1;
  return sheet === null ? -1 : (PLACES.get(sheet) ?? PLACES.size);
}
