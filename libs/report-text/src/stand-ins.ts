import { bracedIn, type TextFigure } from '@fieldlab/domain';

/*
 * While Markdown is read, characters of private use stand for what it is not to see: figures, which may stand anywhere,
 * and marks where there are more of them than anybody writes, which would take longer than in proportion to read. Each
 * is as long as what it stands for, so that places in the text stay what they are.
 */

const [OPEN, CLOSE, FILL] = ['\uE000', '\uE001', '\uE002'];
/** Two characters from here on say which figure it is. */
const DIGITS = 0xe100;
const BASE = 1000;
/** From here on characters stand for marks. */
const MARKS = 0xf000;
const IS_OURS = /[\uE000-\uF8FF]/;

const FIGURE = /\uE000([\uE100-\uE4E7])([\uE100-\uE4E7])\uE002*\uE001/g;
const MARK = /[\uF021-\uF07E]/g;

/** More marks in lines that belong together are text. */
const MOST_MARKS = 500;
/** More lists and quotations within each other are text. */
const MOST_WITHIN = 8;
const INLINE_MARKS = '*_[]~<`&\\!';
const BLOCK_MARKS = '>-*+0123456789.)';
const ENDS_MARK = '-*+.)';

export interface Veiled {
  /** As long as the text, without figures and without marks beyond reason. */
  text: string;
  figures: TextFigure[];
}

export function veiled(text: string): Veiled {
  const figures: TextFigure[] = [];
  let without = '';
  let end = 0;
  for (const { start, end: after, figure } of bracedIn(text)) {
    if (!figure || figures.length >= BASE * BASE) continue;
    without += text.slice(end, start) + standInFor(figures.push(figure) - 1, after - start);
    end = after;
  }
  without += text.slice(end);
  return { text: withinReason(without), figures };
}

/** At least five characters: no figure is named in less. */
const standInFor = (index: number, length: number): string =>
  OPEN +
  String.fromCharCode(DIGITS + Math.floor(index / BASE), DIGITS + (index % BASE)) +
  FILL.repeat(length - 4) +
  CLOSE;

/** The pieces of a veiled text as it was written. */
export function unveiled(text: string, figures: readonly TextFigure[]): (string | TextFigure)[] {
  if (!IS_OURS.test(text)) return text === '' ? [] : [text];
  const pieces: (string | TextFigure)[] = [];
  let end = 0;
  for (const match of text.matchAll(FIGURE)) {
    const [first, second] = [match[1], match[2]].map((digit = '') => digit.charCodeAt(0) - DIGITS);
    const figure = figures[(first ?? 0) * BASE + (second ?? 0)];
    if (!figure) continue;
    if (match.index > end) pieces.push(marksAgain(text.slice(end, match.index)));
    pieces.push(figure);
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push(marksAgain(text.slice(end)));
  return pieces;
}

const marksAgain = (text: string): string =>
  text.replace(MARK, (mark) => String.fromCharCode(mark.charCodeAt(0) - MARKS));

const hidden = (text: string, marks: string): string => {
  let without = '';
  for (const sign of text)
    without += marks.includes(sign) ? String.fromCharCode(MARKS + sign.charCodeAt(0)) : sign;
  return without;
};

function withinReason(text: string): string {
  const chunks: string[][] = [[]];
  for (const line of text.split('\n')) {
    if (line.trim() === '') chunks.push([]);
    chunks.at(-1)?.push(notTooDeep(line));
  }
  const marksIn = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + countOf(line), 0);
  return chunks
    .flatMap((lines) =>
      marksIn(lines) > MOST_MARKS ? lines.map((line) => hidden(line, INLINE_MARKS)) : lines,
    )
    .join('\n');
}

function countOf(text: string): number {
  let count = 0;
  for (const sign of text) if (INLINE_MARKS.includes(sign)) count += 1;
  return count;
}

/** The marks with which a line begins one list or quotation within another. */
function notTooDeep(line: string): string {
  let at = 0;
  let depth = 0;
  while (at < line.length && (isBlank(line.charAt(at)) || BLOCK_MARKS.includes(line.charAt(at)))) {
    const beginsOne =
      line.charAt(at) === '>' || (ENDS_MARK.includes(line.charAt(at)) && isBlank(line.charAt(at + 1)));
    if (beginsOne) depth += 1;
    at += 1;
  }
  return depth > MOST_WITHIN ? hidden(line.slice(0, at), BLOCK_MARKS) + line.slice(at) : line;
}

const isBlank = (sign: string): boolean => sign === ' ' || sign === '\t';
