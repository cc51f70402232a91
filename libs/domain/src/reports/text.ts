import { BREAKDOWNS, type FigureUnit, type FigureValue } from '../figures';
import { findIndicator } from '../indicators/catalogue';
import { spokenValue } from '../reconciliation/bridge';
import type { InputFault } from '../errors/domain-error';
import { fault } from '../errors/fault';
import type { StepCounter } from '../text/tokens';
import type { Language } from '../vocabulary/languages';
import { bracedIn, type TextFigure } from './text-figures';

export { type TextFigure } from './text-figures';
export { shownNumbers, typedNumbers } from './typed-numbers';

/** The longest text of a report, in UTF-16 code units of Markdown. */
export const LONGEST_TEXT = 50_000;
/** More faults than this in one text are told by mending the first. */
const MOST_FAULTS = 50;
/** So much of a wrong name is repeated to who wrote it. */
const LONGEST_SHOWN = 120;

/** A report's text as pieces: Markdown as it stands, and figures. What names no figure stays text. */
export function textPieces(text: string, counter?: StepCounter): (string | TextFigure)[] {
  const pieces: (string | TextFigure)[] = [];
  let end = 0;
  for (const braced of bracedIn(text, counter)) {
    if (!braced.figure) continue;
    if (braced.start > end) pieces.push(text.slice(end, braced.start));
    pieces.push(braced.figure);
    end = braced.end;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

/** The figures named in a text that the report does not have: what is wrong with the first so many. */
export function textFaults(
  text: string,
  { indicators, by }: { indicators: readonly string[]; by: readonly string[] },
): InputFault[] {
  const codes = new Set(indicators.map((reference) => findIndicator(reference)?.code));
  const faults: InputFault[] = [];
  // A figure is looked up once, however often it is named.
  const judged = new Map<string, InputFault | undefined>();
  for (const { source, figure } of bracedIn(text)) {
    if (!judged.has(source)) judged.set(source, faultOf(source, figure, codes, by));
    const found = judged.get(source);
    if (found) faults.push(found);
    if (faults.length === MOST_FAULTS) break;
  }
  return faults;
}

function faultOf(
  source: string,
  figure: TextFigure | undefined,
  codes: ReadonlySet<string | undefined>,
  by: readonly string[],
): InputFault | undefined {
  const shown = shortened(source);
  if (!figure) return fault('text', 'NO_FIGURE', { source: shown });
  if (!codes.has(findIndicator(figure.indicator)?.code)) {
    return fault('text', 'NOT_IN_REPORT', { source: shown, indicator: shortened(figure.indicator) });
  }
  if (figure.by !== undefined && !(BREAKDOWNS.includes(figure.by) && by.includes(figure.by))) {
    return fault('text', 'REPORT_NOT_BROKEN_DOWN', { source: shown, by: shortened(figure.by) });
  }
  return undefined;
}

const shortened = (name: string): string =>
  name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name;

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

type LookUp = (figure: TextFigure) => TextFigureValue | undefined;

/** A figure of a text in the notation of its language; a cell that there is none of is nothing. */
export function figureInText(named: TextFigure, language: Language, lookUp: LookUp): string {
  const figure = lookUp(named);
  if (!figure) return spokenValue(0, findIndicator(named.indicator)?.unit ?? 'count', language);
  if (figure.suppressed) return UNTOLD[language].suppressed;
  return figure.value === null ? UNTOLD[language].empty : spokenValue(figure.value, figure.unit, language);
}

/** The text as it is read, with every figure in the notation of its language. */
export const renderText = (text: string, language: Language, lookUp: LookUp): string =>
  textPieces(text)
    .map((piece) => (typeof piece === 'string' ? piece : figureInText(piece, language, lookUp)))
    .join('');
