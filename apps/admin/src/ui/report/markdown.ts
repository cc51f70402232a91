import { textPieces, type TextFigure } from '@fieldlab/domain';

/** What of Markdown a report's text knows: headings, paragraphs, lists, bold and italic. */
export type Block =
  | { kind: 'heading'; level: 2 | 3; content: Inline[] }
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'list'; isNumbered: boolean; items: Inline[][] };

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'figure'; figure: TextFigure }
  | { kind: 'strong' | 'em'; content: Inline[] };

const HEADING = /^(#{1,6})\s/;
const ITEM = /^\s*(?:[-*]|(\d+)[.)])\s/;

/** A block with the characters that it stands in, the empty lines behind it among them. */
export interface SourcedBlock {
  block: Block;
  source: string;
}

type Kind = 'heading' | 'paragraph' | 'bullets' | 'numbers';

/** The lines of a block that is being read. */
interface Lines {
  kind: Kind;
  start: number;
  lines: string[];
}

export const blocksOf = (text: string): Block[] => sourcedBlocksOf(text).map(({ block }) => block);

/** The blocks of a text; put behind each other, their sources are the text again from its first block on. */
export function sourcedBlocksOf(text: string): SourcedBlock[] {
  const read = linesOf(text);
  return read.map((lines, index) => ({
    block: blockOf(lines),
    source: text.slice(lines.start, read[index + 1]?.start),
  }));
}

/** Between empty lines, a heading is one line; items follow each other; the rest is one paragraph. */
function linesOf(text: string): Lines[] {
  const blocks: Lines[] = [];
  let start = 0;
  let isApart = true;
  for (const line of text.split('\n')) {
    const isEmpty = line.trim() === '';
    const kind = kindOf(line);
    const last = blocks.at(-1);
    if (!isEmpty && !isApart && last?.kind === kind && kind !== 'heading') last.lines.push(line);
    else if (!isEmpty) blocks.push({ kind, start, lines: [line] });
    isApart = isEmpty;
    start += line.length + 1;
  }
  return blocks;
}

function kindOf(line: string): Kind {
  if (HEADING.test(line)) return 'heading';
  const item = ITEM.exec(line);
  if (!item) return 'paragraph';
  return item[1] === undefined ? 'bullets' : 'numbers';
}

function blockOf({ kind, lines }: Lines): Block {
  if (kind === 'paragraph') {
    return { kind, content: inlineOf(lines.map((line) => line.trim()).join(' ')) };
  }
  if (kind === 'heading') {
    const [line = ''] = lines;
    const marks = HEADING.exec(line)?.[1]?.length ?? 0;
    return { kind, level: marks > 2 ? 3 : 2, content: inlineOf(line.slice(marks).trim()) };
  }
  const items = lines.map((line) => inlineOf(line.replace(ITEM, '').trim()));
  return { kind: 'list', isNumbered: kind === 'numbers', items };
}

const EMPHASIS = /\*\*(.+?)\*\*|\*(.+?)\*|\uE000(\d+)\uE001/g;

/** A figure may stand within emphasis: while that is looked for, a mark of private use stands for it. */
function inlineOf(text: string): Inline[] {
  const figures: TextFigure[] = [];
  const marked = textPieces(text)
    .map((piece) => (typeof piece === 'string' ? piece : `\uE000${figures.push(piece) - 1}\uE001`))
    .join('');
  return emphasised(marked, figures);
}

function emphasised(text: string, figures: readonly TextFigure[]): Inline[] {
  const inlines: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(EMPHASIS)) {
    if (match.index > end) inlines.push({ kind: 'text', text: text.slice(end, match.index) });
    end = match.index + match[0].length;
    const [, strong, em, place] = match;
    const figure = place === undefined ? undefined : figures[Number(place)];
    if (strong !== undefined) inlines.push({ kind: 'strong', content: emphasised(strong, figures) });
    else if (em !== undefined) inlines.push({ kind: 'em', content: emphasised(em, figures) });
    else if (figure) inlines.push({ kind: 'figure', figure });
  }
  if (end < text.length) inlines.push({ kind: 'text', text: text.slice(end) });
  return inlines;
}
