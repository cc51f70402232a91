import type { Breakdown } from '../figures';
import type { StepCounter } from '../text/tokens';

/** A figure named in a text: `{{jobs}}`, or a cell of it, `{{jobs:province=NL-NB}}`. */
export interface TextFigure {
  source: string;
  indicator: string;
  by?: Breakdown;
  key?: string;
}

/** What stands between double braces, whether it names a figure or not. */
export interface Braced {
  start: number;
  end: number;
  source: string;
  figure: TextFigure | undefined;
}

const NAME = /^[a-z_]+(?:@\d+)?$/;
const WAY = /^[A-Za-z]+$/;
const ENDS = '{}\n';

/** Everything in double braces, on one line and without braces inside, in its order. */
export function bracedIn(text: string, counter: StepCounter = { steps: 0 }): Braced[] {
  const braced: Braced[] = [];
  for (let start = text.indexOf('{{'); start >= 0;) {
    const inside = start + 2;
    let at = inside;
    while (at < text.length && !ENDS.includes(text.charAt(at))) at += 1;
    counter.steps += at - start;
    const isClosed = text.startsWith('}}', at);
    if (isClosed) {
      const source = text.slice(start, at + 2);
      braced.push({ start, end: at + 2, source, figure: figureOf(source, text.slice(inside, at)) });
    }
    // What was passed holds no brace, so nothing begins there.
    const from = isClosed ? at + 2 : Math.max(start + 1, at === inside ? 0 : at);
    start = text.indexOf('{{', from);
  }
  return braced;
}

function figureOf(source: string, inside: string): TextFigure | undefined {
  const colon = inside.indexOf(':');
  const indicator = (colon < 0 ? inside : inside.slice(0, colon)).trim();
  if (!NAME.test(indicator)) return undefined;
  if (colon < 0) return { source, indicator };
  const equals = inside.indexOf('=', colon);
  const by = equals < 0 ? '' : inside.slice(colon + 1, equals).trim();
  const key = equals < 0 ? '' : inside.slice(equals + 1).trim();
  return WAY.test(by) && key !== '' ? { source, indicator, by: by as Breakdown, key } : undefined;
}
