import { inOrder, type Findings } from '../findings';
import type { FindingKindCount, ToldFinding } from '../import-request';
import { RowSet, type Rows } from '../row-set';

type Growing = Map<string, RowSet>;

/** The faulty rows of a workbook with what is wrong with each, and the rows that they refer to. */
export class AsideRows {
  readonly rows: Rows;
  readonly related: Rows;
  private readonly growing: { rows: Growing; related: Growing } = { rows: new Map(), related: new Map() };
  private readonly found: ToldFinding[] = [];
  private readonly counts = new Map<FindingKindCount['code'], number>();

  constructor() {
    this.rows = this.growing.rows;
    this.related = this.growing.related;
  }

  get faults(): ToldFinding[] {
    return inOrder(this.found);
  }

  get size(): number {
    return [...this.rows.values()].reduce((sum, rows) => sum + rows.size, 0);
  }

  /** Answers whether there was a row among them that was not there before. */
  add(findings: Findings): boolean {
    for (const fault of findings.faults) this.found.push(fault);
    for (const { code, count } of findings.countsOf('fault'))
      this.counts.set(code, (this.counts.get(code) ?? 0) + count);
    return grow(this.growing.rows, findings.faultyRows ?? new Map());
  }

  /** How many faults there are of each kind. */
  get kinds(): FindingKindCount[] {
    return [...this.counts].map(([code, count]) => ({ code, count }));
  }

  relate(rows: Rows): void {
    grow(this.growing.related, rows);
  }
}

function grow(into: Growing, rows: Rows): boolean {
  let isNew = false;
  for (const [sheet, numbers] of rows) {
    const known = into.get(sheet) ?? new RowSet();
    const before = known.size;
    for (const number of numbers) known.add(number);
    into.set(sheet, known);
    isNew ||= known.size > before;
  }
  return isNew;
}
