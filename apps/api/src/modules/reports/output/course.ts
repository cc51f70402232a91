import {
  findIndicator,
  longDate,
  shortValue,
  spokenValue,
  type EditionCell,
  type EditionFigure,
  type FigureUnit,
  type Language,
} from '@fieldlab/domain';

/** A figure over the years, as it is drawn and as it is said. */
export interface Course {
  columns: { label: string; short: string; /** Of the highest, 0 to 1. */ part: number }[];
  /** What changed between the last two whole years; null where the edition does not tell both. */
  sentence: string | null;
  /** Up to which day the last year goes, where it is not a whole one. */
  note: string | null;
}

/** More years than this would be columns without room for their numbers. */
const MOST_YEARS = 12;

interface Told {
  year: string;
  value: number;
}

export function courseOf(
  { indicator, unit }: Pick<EditionFigure, 'indicator' | 'unit'>,
  years: readonly EditionCell[],
  asOf: string,
  language: Language,
): Course | null {
  const shown = years.slice(-MOST_YEARS);
  if (shown.length < 2) return null;
  const highest = Math.max(...shown.map(({ value }) => Number(value ?? 0)));
  const lastYear = asOf.slice(0, 4);
  const isWhole = asOf.endsWith('-12-31');
  const isStock = findIndicator(indicator)?.kind === 'stock';
  const [before, last] = shown
    .filter(({ key }) => isWhole || key < lastYear)
    .slice(-2)
    .flatMap(({ key, value, suppressed }): Told[] =>
      suppressed || value === null ? [] : [{ year: key, value: Number(value) }],
    );
  return {
    columns: shown.map((cell) => ({
      label: cell.key,
      short: shortValue(cell, unit, language),
      part: highest > 0 ? Math.max(0, Number(cell.value ?? 0)) / highest : 0,
    })),
    sentence: before && last ? sentenceOf({ before, last, unit, isStock }, language) : null,
    note:
      isWhole || shown.at(-1)?.key !== lastYear
        ? null
        : WORDS[language].until(lastYear, longDate(asOf, language)),
  };
}

interface Change {
  before: Told;
  last: Told;
  unit: FigureUnit;
  isStock: boolean;
}

const WORDS = {
  nl: {
    until: (year: string, day: string) => `${year} tot en met ${day}.`,
    at: { stock: (year: string) => `Eind ${year}`, flow: (year: string) => `In ${year}` },
    than: { stock: (year: string) => `eind ${year}`, flow: (year: string) => `in ${year}` },
    counted: (n: string, isOne: boolean) => `${isOne ? 'was' : 'waren'} het er ${n}`,
    measured: (n: string) => `was het ${n}`,
    more: (n: string, when: string) => `${n} meer dan ${when}`,
    less: (n: string, when: string) => `${n} minder dan ${when}`,
    same: (when: string) => `evenveel als ${when}`,
    against: (n: string, when: string) => `tegen ${n} ${when}`,
  },
  en: {
    until: (year: string, day: string) => `${year} until ${day}.`,
    at: { stock: (year: string) => `At the end of ${year}`, flow: (year: string) => `In ${year}` },
    than: { stock: (year: string) => `at the end of ${year}`, flow: (year: string) => `in ${year}` },
    counted: (n: string, isOne: boolean) => `there ${isOne ? 'was' : 'were'} ${n}`,
    measured: (n: string) => `it was ${n}`,
    more: (n: string, when: string) => `${n} more than ${when}`,
    less: (n: string, when: string) => `${n} fewer than ${when}`,
    same: (when: string) => `as many as ${when}`,
    against: (n: string, when: string) => `against ${n} ${when}`,
  },
} as const satisfies Record<Language, object>;

/** `In 2020 waren het er 143, 12 meer dan in 2019.` Amounts and shares are set against each other. */
function sentenceOf({ before, last, unit, isStock }: Change, language: Language): string {
  const words = WORDS[language];
  const kind = isStock ? 'stock' : 'flow';
  const spoken = (value: number): string =>
    unit === 'EUR' ? shortValue({ value }, unit, language) : spokenValue(value, unit, language);
  const than = words.than[kind](before.year);
  const at = `${words.at[kind](last.year)}${language === 'en' ? ',' : ''}`;
  if (unit !== 'count') {
    return `${at} ${words.measured(spoken(last.value))}, ${words.against(spoken(before.value), than)}.`;
  }
  const change = last.value - before.value;
  const compared =
    change === 0 ? words.same(than) : (change > 0 ? words.more : words.less)(spoken(Math.abs(change)), than);
  return `${at} ${words.counted(spoken(last.value), last.value === 1)}, ${compared}.`;
}
