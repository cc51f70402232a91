import type { FigureUnit, FigureValue } from '../figures';
import { spokenValue } from '../reconciliation/bridge';
import type { Language } from '../vocabulary/languages';

/** What a document says where there is no number. */
const UNTOLD = {
  nl: { suppressed: 'afgeschermd', empty: 'leeg' },
  en: { suppressed: 'withheld', empty: 'empty' },
} as const satisfies Record<Language, object>;

/** A number of an edition; `suppressed` where it may not be told. */
export interface ToldFigure {
  value: FigureValue;
  suppressed?: boolean | undefined;
}

/** A number of an edition as a document tells it: `683`, `€ 370.000.000`, `afgeschermd`. */
export function toldValue({ value, suppressed }: ToldFigure, unit: FigureUnit, language: Language): string {
  if (suppressed) return UNTOLD[language].suppressed;
  return value === null ? UNTOLD[language].empty : spokenValue(value, unit, language);
}

const LARGE = {
  nl: { locale: 'nl-NL', billion: 'mld', million: 'mln' },
  en: { locale: 'en-GB', billion: 'bn', million: 'm' },
} as const satisfies Record<Language, object>;
const BILLION = 1e9;
const MILLION = 1e6;

/** The same where there is little room, as over a column: `€ 12,3 mln`; a dash for what is not told. */
export function shortValue({ value, suppressed }: ToldFigure, unit: FigureUnit, language: Language): string {
  if (suppressed || value === null) return '–';
  const amount = Number(value);
  const size = Math.abs(amount);
  if (size < MILLION) return spokenValue(unit === 'EUR' ? Math.round(amount) : value, unit, language);
  const { locale, billion, million } = LARGE[language];
  const [part, word] = size < BILLION ? [amount / MILLION, million] : [amount / BILLION, billion];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(part);
  return `${unit === 'EUR' ? '€\u00A0' : ''}${number}\u00A0${word}`;
}
