import type { Cell, RawRow } from '@fieldlab/domain';
import { LONGEST_CELL } from '@fieldlab/domain';
import { cleanText } from '../cell-text';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** Which of the two parts the columns: the one that stands more often in the first line, outside quotes. */
export function detectDelimiter(sample: string): ',' | ';' {
  let quoted = false;
  let balance = 0;
  for (const character of sample) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted && character === ';') balance += 1;
    else if (!quoted && character === ',') balance -= 1;
  }
  return balance > 0 ? ';' : ',';
}

type State = 'fieldStart' | 'plain' | 'quoted' | 'afterQuote';

/**
 * RFC 4180 in pieces of any size, in time linear in its length whatever is in it: a quotation mark that is never
 * closed makes one long field, not a search for its end with every piece.
 * Rows are numbered as a spreadsheet shows them: a record is a row, whatever line breaks its quotes hold.
 */
export class CsvParser {
  private readonly delimiter: number;
  private state: State = 'fieldStart';
  private field = '';
  private oversized = false;
  private cells: Cell[] = [];
  private column = 0;
  private row = 1;
  private afterCarriageReturn = false;
  private rows: RawRow[] = [];

  constructor(delimiter: ',' | ';') {
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** The rows that are complete now; blank ones are counted and left out. */
  push(text: string): RawRow[] {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (this.state === 'quoted') {
        const end = text.indexOf('"', at);
        this.append(text, from, end === -1 ? text.length : end);
        if (end === -1) return this.taken();
        this.state = 'afterQuote';
        at = end;
        from = end + 1;
      } else if (code === QUOTE && this.state !== 'plain') {
        // Twice within quotes it is one; at the start of a field it opens them.
        if (this.state === 'afterQuote') this.append('"', 0, 1);
        this.state = 'quoted';
        from = at + 1;
      } else if (code === this.delimiter || code === LF || code === CR) {
        this.append(text, from, at);
        this.endField(code);
        from = at + 1;
      } else {
        this.afterCarriageReturn = false;
        this.state = 'plain';
      }
    }
    this.append(text, from, text.length);
    return this.taken();
  }

  /** The last row, where the file does not end with a line break. */
  end(): RawRow[] {
    const brokenOff = this.state === 'quoted';
    if (brokenOff || this.state !== 'fieldStart' || this.column > 0) {
      this.endCell();
      this.endRow(brokenOff);
    }
    return this.taken();
  }

  private taken(): RawRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  private append(text: string, from: number, to: number): void {
    if (to <= from || this.oversized) return;
    this.field += text.slice(from, to);
    if (this.field.length > LONGEST_CELL) {
      this.oversized = true;
      this.field = this.field.slice(0, LONGEST_CELL);
    }
  }

  private endField(code: number): void {
    if (code === LF && this.afterCarriageReturn) {
      this.afterCarriageReturn = false;
      return;
    }
    this.endCell();
    this.afterCarriageReturn = code === CR;
    if (code !== this.delimiter) this.endRow(false);
  }

  private endCell(): void {
    const text = cleanText(this.field);
    if (text !== '') {
      this.cells.push({ column: this.column, kind: this.oversized ? 'oversized' : 'text', text });
    }
    this.column += 1;
    this.field = '';
    this.oversized = false;
    this.state = 'fieldStart';
  }

  private endRow(brokenOff: boolean): void {
    if (this.cells.length > 0 || brokenOff) {
      this.rows.push({ row: this.row, cells: this.cells, ...(brokenOff && { brokenOff }) });
      this.cells = [];
    }
    this.row += 1;
    this.column = 0;
  }
}
