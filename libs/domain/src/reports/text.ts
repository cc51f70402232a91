import { BREAKDOWNS, type Breakdown, type FigureUnit, type FigureValue } from '../figures';
import { findIndicator } from '../indicators/catalogue';
import { spokenValue } from '../reconciliation/bridge';
import type { InputFault } from '../errors/domain-error';
import type { Language } from '../vocabulary/languages';

/** A figure named in a text: `{{jobs}}`, or a cell of it, `{{jobs:province=NL-NB}}`. */
export interface TextFigure {
  source: string;
  indicator: string;
  by?: Breakdown;
  key?: string;
}

const FIGURE = /\{\{([^{}\n]*)\}\}/g;
const NAMED = /^\s*([a-z_]+(?:@\d+)?)\s*(?::\s*([A-Za-z]+)\s*=\s*([^{}\n]+?)\s*)?$/;

/** A report's text as pieces: Markdown as it stands, and figures. What names no figure stays text. */
export function textPieces(text: string): (string | TextFigure)[] {
  const pieces: (string | TextFigure)[] = [];
  let end = 0;
  for (const match of text.matchAll(FIGURE)) {
    const figure = figureOf(match[0], match[1] ?? '');
    if (!figure) continue;
    if (match.index > end) pieces.push(text.slice(end, match.index));
    pieces.push(figure);
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

function figureOf(source: string, inside: string): TextFigure | undefined {
  const [, indicator, by, key] = NAMED.exec(inside) ?? [];
  if (indicator === undefined) return undefined;
  if (by === undefined || key === undefined) return { source, indicator };
  return { source, indicator, by: by as Breakdown, key };
}

/** The figures named in a text that the report does not have. */
export function textFaults(
  text: string,
  { indicators, by }: { indicators: readonly string[]; by: readonly string[] },
): InputFault[] {
  const codes = new Set(indicators.map((reference) => findIndicator(reference)?.code));
  const faults: InputFault[] = [];
  const fault = (message: string) => faults.push({ path: 'text', message });
  for (const match of text.matchAll(FIGURE)) {
    const figure = figureOf(match[0], match[1] ?? '');
    if (!figure) {
      fault(`${match[0]} names no figure; write for example {{jobs}} or {{jobs:province=NL-NB}}.`);
    } else if (!codes.has(findIndicator(figure.indicator)?.code)) {
      fault(`${match[0]}: ${figure.indicator} is not among the report's indicators.`);
    } else if (figure.by !== undefined && !(BREAKDOWNS.includes(figure.by) && by.includes(figure.by))) {
      fault(`${match[0]}: the report is not broken down by ${figure.by}.`);
    }
  }
  return faults;
}

/** What a text needs to know of a figure; `suppressed` where it may not be told. */
export interface TextFigureValue {
  unit: FigureUnit;
  value: FigureValue;
  suppressed?: boolean;
}

const UNTOLD: Record<Language, { empty: string; suppressed: string }> = {
  nl: { empty: '(leeg)', suppressed: '(afgeschermd)' },
  en: { empty: '(empty)', suppressed: '(withheld)' },
};

/** The text as it is read, with every figure in the notation of its language. */
export function renderText(
  text: string,
  language: Language,
  lookUp: (figure: TextFigure) => TextFigureValue | undefined,
): string {
  return textPieces(text)
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const figure = lookUp(piece);
      if (!figure) return spokenValue(0, findIndicator(piece.indicator)?.unit ?? 'count', language);
      if (figure.suppressed) return UNTOLD[language].suppressed;
      return figure.value === null
        ? UNTOLD[language].empty
        : spokenValue(figure.value, figure.unit, language);
    })
    .join('');
}

const NUMBER = /(?<![\p{L}\d])\d[\d.,]*\d(?![\p{L}\d])|(?<![\p{L}\d.,-])\d(?![\p{L}\d])/gu;
const MONTHS =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october';
const DATES = new RegExp(
  `\\d{1,2}[-/]\\d{1,2}[-/]\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\s+(?:${MONTHS})(?:\\s+\\d{4})?`,
  'giu',
);
const YEAR = /^(19|20)\d{2}$/;
const LIST_ITEM = /^\s*\d+[.)]\s/gm;

/** Numbers that somebody typed instead of naming a figure; dates, years and the numbering of a list are none. */
export function typedNumbers(text: string): string[] {
  const prose = textPieces(text)
    .map((piece) => (typeof piece === 'string' ? piece : ' '))
    .join('')
    .replace(LIST_ITEM, '')
    .replace(DATES, ' ');
  return [...prose.matchAll(NUMBER)].map(([number]) => number).filter((number) => !YEAR.test(number));
}
