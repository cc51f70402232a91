import type { FigureUnit, FigureValue } from '../figures';
import type { Language } from '../vocabulary/languages';
import { RECONCILIATION_REASONS, type ReconciliationReason, type Transition } from './reasons';

/** One of the two figures that a bridge connects, with every default filled in. */
export interface BridgeEnd {
  indicator: string;
  definitionVersion: number;
  unit: FigureUnit;
  value: FigureValue;
  asOf: string;
  from: string | null;
  knownAt: string;
  scope: string;
}

/** One named reason, with what it changes and the running total after it, in the figures' own notation. */
export interface BridgeStep {
  reason: ReconciliationReason;
  /** The reason as people read it. */
  label: string;
  transition: Transition;
  change: number | string;
  total: number | string;
  /** How many records changed the figure for this reason; their changes may cancel out. */
  records: number;
  /** Where the records behind the step are read. */
  members: string;
}

export interface Bridge {
  left: BridgeEnd;
  right: BridgeEnd;
  steps: BridgeStep[];
  /** The same as a paragraph that can be pasted into a letter. */
  text: string;
}

const LOCALES: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/** `2021-05-01` → `1 mei 2021`. */
export const longDate = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** The sentence of a reason, with its day. */
export function reasonLabel(
  reason: ReconciliationReason,
  date: string | undefined,
  language: Language,
): string {
  const sentence = RECONCILIATION_REASONS[reason][language];
  return date === undefined ? sentence : sentence.replace('{date}', longDate(date, language));
}

const DECIMALS = { count: 0, FTE: 2, EUR: 2, percent: 1, ratio: 2 } as const;

/** A value as it stands in a sentence: `€ 370.000.000`, `62,9%`. Euros lose cents that are zero. */
export function spokenValue(value: number | string, unit: FigureUnit, language: Language): string {
  const amount = Number(value);
  const places = unit === 'percent' || unit === 'ratio' ? DECIMALS[unit] : 0;
  const number = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: Number.isInteger(amount) ? places : DECIMALS[unit],
    maximumFractionDigits: DECIMALS[unit],
  }).format(amount);
  if (unit === 'EUR') return `€\u00A0${number}`;
  if (unit === 'percent') return `${number}%`;
  return unit === 'FTE' ? `${number}\u00A0fte` : number;
}
