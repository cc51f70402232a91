import { createHash } from 'node:crypto';
import { companyKey, foldText } from '@fieldlab/domain';
import { WorkbookRefused } from '../reading/workbook-refused';

/** They are held in memory, about half a kilobyte each. */
const MOST_COMPANIES = 250_000;
/** Rows that name one of them again, some fifty bytes each. */
const MOST_REPEATS = 1_000_000;
/** Of a longer text the digest is compared. */
const LONGEST_HELD = 100;

/** What a row of a list says of its company, by the columns of the format. */
export type CompanyCells = ReadonlyMap<string, string>;

interface First {
  ref: string;
  said: string;
}

/** Unlikely in a cell, so that the texts of a row can be kept as one. */
const MARK = '\u001f';

/**
 * Which rows of a list name one company: the first to name it makes its record, and a later one that says nothing else
 * refers to that. A row that says something else makes a row of its own, for the import to match or to doubt.
 */
export class CompanyRefs {
  /** Null where several companies go by a name. */
  private readonly firsts = new Map<string, First | null>();
  private readonly repeats = new Map<number, string>();
  private made = 0;

  constructor(private readonly most = MOST_COMPANIES) {}

  /** @throws WorkbookRefused for a list of more rows about companies than can be told apart */
  add(line: number, cells: CompanyCells): void {
    const key = companyKey(cells);
    const byName = `name ${foldText(cells.get('name') ?? '')}`;
    const first = this.firsts.get(key);
    const said = textOf(cells);
    if (first && isWithin(said, first.said)) {
      if (this.repeats.size === MOST_REPEATS)
        throw new WorkbookRefused('SHEET_TOO_LONG', { most: MOST_REPEATS });
      this.repeats.set(line, first.ref);
      return;
    }
    if (this.made === this.most) throw new WorkbookRefused('TOO_MANY_COMPANIES', { most: this.most });
    this.made += 1;
    const own = { ref: refOf(line), said };
    if (first === undefined) this.firsts.set(key, own);
    if (key === byName) return;
    this.firsts.set(byName, this.firsts.has(byName) ? null : own);
  }

  /** Of the row that makes the company's record. */
  refOf(line: number): string {
    return this.repeats.get(line) ?? refOf(line);
  }

  isRepeat(line: number): boolean {
    return this.repeats.has(line);
  }
}

export const refOf = (line: number): string => `r${line}`;

const textOf = (cells: CompanyCells): string =>
  MARK + [...cells].map(([column, text]) => `${column}=${held(foldText(text))}`).join(MARK) + MARK;

const held = (text: string): string =>
  text.length <= LONGEST_HELD ? text : createHash('sha256').update(text).digest('base64');

const isWithin = (said: string, known: string): boolean =>
  said.split(MARK).every((cell) => cell === '' || known.includes(MARK + cell + MARK));
