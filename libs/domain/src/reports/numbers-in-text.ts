import type { FigureUnit } from '../figures';

/** A number as somebody wrote it. */
export interface WrittenNumber {
  /** As it stands there, with what belongs to it: `ruim 680`, `€ 370 miljoen`, `62,9%`. */
  text: string;
  start: number;
  end: number;
  value: number;
  /** What it says of its unit: euros, a percentage, or nothing. */
  unit: 'EUR' | 'percent' | undefined;
  /** The size of its last digit that says something: 680 is 10, 370 miljoen is 1,000,000. */
  precision: number;
  /** It says that the real number is a little more, or a little less. */
  hedge: 'over' | 'under' | undefined;
}

const MULTIPLIERS: Record<string, number> = {
  duizend: 1e3,
  thousand: 1e3,
  miljoen: 1e6,
  mln: 1e6,
  million: 1e6,
  m: 1e6,
  miljard: 1e9,
  mld: 1e9,
  billion: 1e9,
  bn: 1e9,
};
const OVER = 'ruim|meer dan|over|more than|boven de|minstens|at least';
const UNDER = 'bijna|nearly|almost|krap|under|less than|minder dan';
const ABOUT = 'ongeveer|circa|ca\\.|zo.n|rond de|about|around|some|approximately';
const NUMBER = new RegExp(
  `(?:(?<over>${OVER})|(?<under>${UNDER})|(?:${ABOUT}))?\\s*(?<euro>€|EUR|euro)?\\s*` +
    `(?<![\\p{L}\\d.,-])(?<digits>\\d+(?:[.,\\u00A0\\u202F ]\\d{3})*(?:[.,]\\d{1,2})?)(?![\\d])` +
    `(?:,-)?(?:\\s*(?<times>${Object.keys(MULTIPLIERS).join('|')})(?!\\p{L})\\.?)?\\s*(?<after>%|procent|percent|euro)?`,
  'giu',
);
const MONTH =
  /^\s*(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october)/iu;

/** The numbers in a text, in their order; dates and years are none. */
export function numbersIn(text: string): WrittenNumber[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const parts = match.groups ?? {};
    const rest = text.slice(match.index + match[0].length);
    if (!isMarked(parts) && isDate(parts.digits ?? '', rest)) return [];
    const start = match.index + match[0].length - match[0].trimStart().length;
    const written = match[0].trim();
    return [{ text: written, start, end: start + written.length, ...readParts(parts) }];
  });
}

type Parts = Record<string, string | undefined>;

const isMarked = ({ times, euro, after }: Parts): boolean => (times ?? euro ?? after) !== undefined;
const isDate = (digits: string, rest: string): boolean =>
  isYear(digits) || MONTH.test(rest) || /^[-/]\d/.test(rest);

function readParts(parts: Parts): Pick<WrittenNumber, 'value' | 'precision' | 'unit' | 'hedge'> {
  const { digits = '', times = '', over, under } = parts;
  const { value, precision } = readDigits(digits);
  const factor = MULTIPLIERS[times.toLowerCase()] ?? 1;
  return {
    value: value * factor,
    precision: precision * factor,
    unit: unitOf(parts),
    hedge: over !== undefined ? 'over' : under !== undefined ? 'under' : undefined,
  };
}

function unitOf({ euro, after }: Parts): WrittenNumber['unit'] {
  if (after !== undefined && after.toLowerCase() !== 'euro') return 'percent';
  return (euro ?? after) === undefined ? undefined : 'EUR';
}

const isYear = (digits: string): boolean => /^(19|20)\d{2}$/.test(digits);

/** `1.234,50`, `1,234.50` and `1 234` are what they look like; groups of exactly three digits are thousands. */
function readDigits(digits: string): { value: number; precision: number } {
  const [, whole = digits, decimals] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(digits) ?? [];
  const plain = whole.replace(/\D/g, '');
  const value = Number(decimals === undefined ? plain : `${plain}.${decimals}`);
  if (decimals !== undefined) return { value, precision: 10 ** -decimals.length };
  const zeros = /0*$/.exec(plain)?.[0].length ?? 0;
  return { value, precision: value === 0 ? 1 : 10 ** Math.min(zeros, plain.length - 1) };
}

/** A number rounded by more than this part of it could be anything. */
const COARSEST = 0.05;

/** How a written number equals a figure: exactly, as rounded, or not at all. */
export function howEqual(
  written: WrittenNumber,
  value: number,
  unit: FigureUnit,
): 'exact' | 'rounded' | undefined {
  if (written.unit === 'EUR' ? unit !== 'EUR' : written.unit === 'percent' && unit !== 'percent')
    return undefined;
  if (written.value === value) return 'exact';
  if (written.precision > COARSEST * Math.abs(value)) return undefined;
  const difference = value - written.value;
  if (written.hedge === 'over')
    return difference > 0 && difference < written.precision ? 'rounded' : undefined;
  if (written.hedge === 'under')
    return difference < 0 && -difference < written.precision ? 'rounded' : undefined;
  return Math.abs(difference) <= written.precision / 2 ? 'rounded' : undefined;
}
