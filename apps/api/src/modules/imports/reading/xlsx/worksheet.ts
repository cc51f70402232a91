import { LONGEST_CELL, type Cell, type RawRow } from '@fieldlab/domain';
import { cleanText } from '../cell-text';
import { unreadable } from '../workbook-refused';
import { dateOfDayNumber } from './day-numbers';
import { RichText, type TextStore } from './shared-strings';
import type { Attributes, XmlHandler } from './placed-elements';

const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;
/** Office writes characters that XML cannot hold as `_x000D_`. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

const ROW = 'worksheet/sheetData/row';
const CELL = `${ROW}/c`;
const VALUE = `${CELL}/v`;
const FORMULA = `${CELL}/f`;

export interface WorkbookTraits {
  strings: TextStore;
  dateStyles: readonly boolean[];
  from1904: boolean;
}

/** `AB12` is column 27; undefined where there is no column in it. */
function columnOf(reference: string): number | undefined {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const letter = (reference.charCodeAt(at) | 0x20) - 0x60;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > MOST_COLUMNS) return undefined;
  }
  return at === 0 ? undefined : column - 1;
}

/**
 * Makes rows of a worksheet's XML. A formula counts as the value stored with it, or as empty: nothing is computed.
 */
export class WorksheetHandler implements XmlHandler {
  private rows: RawRow[] = [];
  private row = 0;
  private cells: Cell[] = [];
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private isFormula = false;
  private readonly inline = new RichText(`${CELL}/is`);

  constructor(private readonly workbook: WorkbookTraits) {}

  takeRows(): RawRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(path: string, attributes: Attributes): void {
    if (path === CELL) this.openCell(attributes);
    else if (path === ROW) this.openRow(attributes);
    else if (path === FORMULA) this.isFormula = true;
  }

  close(path: string): void {
    if (path === CELL) this.closeCell();
    else if (path === ROW) this.closeRow();
  }

  text(text: string, path: string): void {
    if (path !== VALUE) this.inline.add(text, path);
    else if (this.value.length <= LONGEST_CELL) this.value += text.slice(0, LONGEST_CELL + 1);
  }

  private openRow(attributes: Attributes): void {
    const said = attributes.r;
    this.row = said === undefined ? this.row + 1 : Number(said);
    if (!Number.isInteger(this.row) || this.row < 1 || this.row > MOST_ROWS) {
      throw unreadable(`there is no row ${said ?? this.row}`);
    }
    this.column = -1;
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    this.rows.push({ row: this.row, cells: this.cells });
    this.cells = [];
  }

  private openCell(attributes: Attributes): void {
    const said = attributes.r;
    const column = said === undefined ? this.column + 1 : columnOf(said);
    if (column === undefined || column >= MOST_COLUMNS) throw unreadable(`there is no cell ${said ?? ''}`);
    this.column = column;
    this.type = attributes.t ?? 'n';
    this.style = Number(attributes.s ?? 0);
    this.value = '';
    this.isFormula = false;
  }

  private closeCell(): void {
    const stored = this.type === 'inlineStr' ? this.inline.take() : this.value;
    if (this.type !== 'inlineStr') this.inline.take();
    // A formula whose result is an empty text says so; one of no type was never computed.
    if (stored === '' && this.isFormula && this.type !== 'str')
      this.cells.push({ column: this.column, kind: 'formula', text: '' });
    const cell = stored === '' ? undefined : this.cellOf(stored);
    if (cell && cell.text !== '') this.cells.push({ column: this.column, ...cell });
  }

  private cellOf(stored: string): Omit<Cell, 'column'> {
    switch (this.type) {
      case 's':
        return textCell(this.sharedText(stored));
      case 'inlineStr':
      case 'str':
        return textCell(stored);
      case 'b':
        return { kind: 'boolean', text: stored.trim() === '1' ? 'TRUE' : 'FALSE' };
      case 'e':
        return { kind: 'error', text: stored.trim() };
      case 'd':
        return { kind: 'date', text: withoutMidnight(stored.trim()) };
      default:
        return this.numberCell(stored.trim());
    }
  }

  private numberCell(text: string): Omit<Cell, 'column'> {
    const date = this.workbook.dateStyles[this.style]
      ? dateOfDayNumber(text, this.workbook.from1904)
      : undefined;
    return date === undefined ? { kind: 'number', text } : { kind: 'date', text: date };
  }

  private sharedText(index: string): string {
    const text = this.workbook.strings.get(Number(index));
    if (text === undefined) throw unreadable(`shared text ${index} is missing`);
    return text;
  }
}

/** A day is written without a time; `2021-05-01T00:00:00.000Z` is a day too. */
/** An instant with an offset stays one: which day it is depends on where one is. */
const withoutMidnight = (text: string): string =>
  /^T00:00:00(?:\.0+)?$/.test(text.slice(10)) ? text.slice(0, 10) : text;

function textCell(stored: string): Omit<Cell, 'column'> {
  const unescaped = stored.includes('_x')
    ? stored.replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : stored;
  const text = cleanText(unescaped);
  return text.length > LONGEST_CELL
    ? { kind: 'oversized', text: text.slice(0, LONGEST_CELL) }
    : { kind: 'text', text };
}
