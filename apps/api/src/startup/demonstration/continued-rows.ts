import type { PARTICIPATION_LEVELS, SheetName } from '@fieldlab/domain';

export type Level = (typeof PARTICIPATION_LEVELS)[number];

/** A row of a sheet of the workbook, by its columns; what is left out is blank. */
export type Row = Readonly<Record<string, string | number>>;

export type Sheet = Exclude<SheetName, 'programme'>;

/** The rows with which a register goes on, sheet by sheet. */
export class ContinuedRows {
  readonly sheets: Readonly<Record<Sheet, Row[]>> = {
    ...{ centres: [], companies: [], participations: [], activities: [] },
    ...{ attendances: [], investments: [], spin_offs: [], outcomes: [] },
  };
  private readonly companies = new Set<string>();

  add(sheet: Sheet, row: Row): void {
    this.sheets[sheet].push(row);
  }

  /** Ends a participation, whether it began in these rows or before. */
  end(participation: Row, day: string): void {
    const ended = { ...participation, ended_on: day };
    const at = this.sheets.participations.findIndex((row) => isSame(row, participation));
    if (at < 0) this.add('participations', ended);
    else this.sheets.participations[at] = ended;
  }

  /** A number for a row that others refer to. */
  nextRef(sheet: Sheet): string {
    return `${sheet}-${this.sheets[sheet].length + 1}`;
  }

  /** A firm that rows are about: its number says which. */
  refer({ number, name }: { number: string; name: string }, more: Row = {}): string {
    if (!this.companies.has(number)) {
      this.companies.add(number);
      this.add('companies', { ref: number, kvk_number: number, name, ...more });
    }
    return number;
  }
}

const isSame = (one: Row, other: Row): boolean =>
  ['company_ref', 'centre_code', 'started_on'].every((column) => one[column] === other[column]);
