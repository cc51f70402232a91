import {
  CHOICES,
  isChoice,
  nameIn,
  NETHERLANDS,
  shownColumns,
  WORDS,
  type Column,
  type ColumnType,
  type Language,
  type Sheet,
} from '@fieldlab/domain';
import type { CellKind } from '../../resource/exports/export-columns';
import type { XlsxCell, XlsxColumn } from '../../resource/exports/xlsx';
import type { WorkbookRow } from './workbook-rows.repository';

const KINDS: Partial<Record<ColumnType, CellKind>> = {
  date: 'date',
  amount: 'money',
  quantity: 'number',
  count: 'number',
  people: 'number',
};
const WIDTHS: Partial<Record<ColumnType, number>> = {
  text: 22,
  ref: 22,
  code: 22,
  identifier: 22,
  list: 26,
  url: 28,
  recordId: 38,
};
const WIDE = new Set(['name', 'title', 'note']);

/** The words of a closed list: in English the values themselves, as the format has them. */
function wordsOf({ type }: Column, language: Language): ReadonlyMap<string, string> | undefined {
  if (isChoice(type)) {
    const words: Record<string, string> = WORDS[language][type];
    return new Map(
      CHOICES[type].map((value) => [value, language === 'en' ? value : (words[value] ?? value)]),
    );
  }
  if (type !== 'region') return undefined;
  return new Map(
    NETHERLANDS.regions.map(({ code, name }) => [code, language === 'en' ? code : name[language]]),
  );
}

/** How a sheet of the format is laid out for people. */
export class SheetLayout {
  readonly name: string;
  readonly columns: readonly XlsxColumn[];
  private readonly shown: readonly { column: Column; words: ReadonlyMap<string, string> | undefined }[];

  constructor(
    sheet: Sheet,
    private readonly language: Language,
    isShown: (column: Column) => boolean = () => true,
  ) {
    this.name = nameIn(language, sheet);
    this.shown = shownColumns(sheet)
      .filter(isShown)
      .map((column) => ({ column, words: wordsOf(column, language) }));
    this.columns = this.shown.map(({ column, words }) => this.layout(column, words));
  }

  cells(row: WorkbookRow): XlsxCell[] {
    return this.shown.map(({ column, words }) => {
      const value = row[column.name] ?? null;
      // Another country has regions of its own, which our words would change.
      const isAbroad = column.abroad === true && row.country !== NETHERLANDS.country;
      return typeof value === 'string' && !isAbroad ? (words?.get(value) ?? value) : value;
    });
  }

  private layout(column: Column, words: ReadonlyMap<string, string> | undefined): XlsxColumn {
    const { type, required = false, exported } = column;
    return {
      name: nameIn(this.language, column),
      kind: KINDS[type] ?? 'text',
      required,
      width: WIDE.has(column.name) ? 40 : (WIDTHS[type] ?? 16),
      ...(exported ? { look: 'muted' } : {}),
      help: {
        title: column.label[this.language],
        text: column.help[this.language],
        choices: words && [...words.values()],
      },
    };
  }
}
