import {
  findIndicator,
  type Figure,
  type FigureUnit,
  type FigureValue,
  type Language,
} from '@fieldlab/domain';

const LOCALE: Record<Language, string> = { en: 'en-GB', nl: 'nl-NL' };
const NO_VALUE = '–';

/** A value in the reader's own notation with its unit: `683`, `EUR 370,000,000.00`, `84,2 %`, `1.60`. */
export function formatValue(value: FigureValue, unit: FigureUnit, language: Language): string {
  if (value === null) return NO_VALUE;
  switch (unit) {
    case 'EUR':
      return `${language === 'nl' ? '€' : 'EUR'} ${grouped(value, 2, language)}`;
    case 'percent':
      return `${grouped(value, 1, language)} %`;
    case 'ratio':
      return grouped(value, 2, language);
    case 'FTE':
      return `${grouped(value, Number.isInteger(Number(value)) ? 0 : 2, language)} FTE`;
    case 'count':
      return grouped(value, 0, language);
  }
}

export function titleOf(figure: Figure, language: Language): string {
  return (
    findIndicator(`${figure.indicator}@${figure.definitionVersion}`)?.title[language] ?? figure.indicator
  );
}

/** Intl takes decimal text as it is: euros never pass through a floating-point number. */
function grouped(value: number | string, decimals: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value as number);
}

export function formatDate(date: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
