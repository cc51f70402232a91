import {
  findingMessage,
  isFault,
  SHEETS,
  type FindingCode,
  type FindingParams,
  type Language,
} from '@fieldlab/domain';
import type { Finding } from './import-request';

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

/** Collects everything there is to say about a workbook, in sentences. */
export class Findings {
  private readonly kept = { fault: [] as Finding[], warning: [] as Finding[] };
  private readonly more = { fault: 0, warning: 0 };

  constructor(
    private readonly language: Language,
    private readonly most = MOST_KEPT,
  ) {}

  get rejects(): boolean {
    return this.kept.fault.length > 0;
  }

  add({ code, sheet, row, column, value, params = {} }: FindingAt): void {
    const kind = isFault(code) ? 'fault' : 'warning';
    if (this.kept[kind].length >= this.most) {
      this.more[kind] += 1;
      return;
    }
    const copy = value === null ? null : shortCopy(value);
    const message = findingMessage(code, shortParams({ value: copy ?? '', ...params }), this.language);
    this.kept[kind].push({ sheet, row, column, value: copy, code, message });
  }

  /** The same findings so far, to which others can be added apart. */
  fork(): Findings {
    const fork = new Findings(this.language, this.most);
    fork.kept.fault.push(...this.kept.fault);
    fork.kept.warning.push(...this.kept.warning);
    Object.assign(fork.more, this.more);
    return fork;
  }

  get faults(): Finding[] {
    return this.listed('fault');
  }

  get warnings(): Finding[] {
    return this.listed('warning');
  }

  private listed(kind: 'fault' | 'warning'): Finding[] {
    const sorted = [...this.kept[kind]].sort(
      (a, b) => placeOf(a) - placeOf(b) || (a.row ?? 0) - (b.row ?? 0),
    );
    const count = this.more[kind];
    if (count === 0) return sorted;
    const message = findingMessage('MORE_FINDINGS', { count }, this.language);
    return [...sorted, { sheet: null, row: null, column: null, value: null, code: 'MORE_FINDINGS', message }];
  }
}

const PLACES = new Map<string, number>(SHEETS.map(({ name }, index) => [name, index]));
/** The whole file first, then the sheets as the format has them, then those it does not know. */
const placeOf = ({ sheet }: Finding): number => (sheet === null ? -1 : (PLACES.get(sheet) ?? PLACES.size));
