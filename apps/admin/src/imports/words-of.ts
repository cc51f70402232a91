import { CHOICES, ROW_SHEETS, SHEETS, WORDS, type Language } from '@fieldlab/domain';
import { formatFor } from '../i18n/format';
import { useLanguage } from '../i18n/use-t';

/** A sheet as it is called on screen. */
export const sheetLabel = (language: Language, name: string | null): string =>
  ROW_SHEETS.find((sheet) => sheet.name === name)?.label[language] ?? name ?? '';

export function columnLabel(language: Language, sheet: string | null, name: string | null): string {
  const columns = SHEETS.find((one) => one.name === sheet)?.columns ?? [];
  return columns.find((column) => column.name === name)?.label[language] ?? name ?? '';
}

/** The values that a column takes, with their words; none where it takes anything. */
export function choicesOf(
  language: Language,
  sheet: string,
  column: string,
): [value: string, word: string][] {
  const columns = SHEETS.find((one) => one.name === sheet)?.columns ?? [];
  const type = columns.find(({ name }) => name === column)?.type;
  return type !== undefined && type in CHOICES
    ? Object.entries(WORDS[language][type as keyof typeof CHOICES])
    : [];
}

/** A cell's value in words: never a code, and dates and amounts as the reader writes them. */
export function cellText(language: Language, sheet: string, column: string, value: string | null): string {
  if (value === null) return '';
  const columns = SHEETS.find((one) => one.name === sheet)?.columns ?? [];
  const { shortDate, money } = formatFor(language);
  switch (columns.find(({ name }) => name === column)?.type) {
    case 'date':
      return ISO_DATE.test(value) ? shortDate(value) : value;
    case 'amount':
      return DECIMAL.test(value) ? money(value) : value;
    default:
      return choicesOf(language, sheet, column).find(([code]) => code === value)?.[1] ?? value;
  }
}

export function useCellText(): (sheet: string, column: string, value: string | null) => string {
  const language = useLanguage();
  return (sheet, column, value) => cellText(language, sheet, column, value);
}

const ISO_DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const DECIMAL = /^-?[0-9]+(?:\.[0-9]+)?$/;
