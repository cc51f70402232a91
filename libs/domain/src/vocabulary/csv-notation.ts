import type { Language } from './languages';

/** Tells a spreadsheet that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

interface CsvNotation {
  separator: ',' | ';';
  decimal: ',' | '.';
}

/** What a reader's spreadsheet takes a CSV file to be in: Dutch Excel splits at semicolons and reads a decimal comma. */
export const CSV_NOTATIONS: Record<Language, CsvNotation> = {
  nl: { separator: ';', decimal: ',' },
  en: { separator: ',', decimal: '.' },
};
