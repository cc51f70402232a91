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

export function blocksOf(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .flatMap((part) => blocksIn(part.split('\n').filter((line) => line.trim() !== '')));
}

/** Within a part without empty lines, a heading is one line; items follow each other; the rest is one paragraph. */
function blocksIn(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let words: string[] = [];
  const closeParagraph = (): void => {
    if (words.length > 0) blocks.push({ kind: 'paragraph', content: inlineOf(words.join(' ')) });
    words = [];
  };
  for (const line of lines) {
    const [heading, marks] = HEADING.exec(line) ?? [];
    const [mark, number] = ITEM.exec(line) ?? [];
    if (heading !== undefined && marks !== undefined) {
      closeParagraph();
      const title = line.slice(heading.length).trim();
      blocks.push({ kind: 'heading', level: marks.length > 2 ? 3 : 2, content: inlineOf(title) });
    } else if (mark !== undefined) {
      closeParagraph();
      addItem(blocks, number !== undefined, inlineOf(line.slice(mark.length).trim()));
    } else words.push(line.trim());
  }
  closeParagraph();
  return blocks;
}

function addItem(blocks: Block[], isNumbered: boolean, item: Inline[]): void {
  const last = blocks.at(-1);
  if (last?.kind === 'list' && last.isNumbered === isNumbered) last.items.push(item);
  else blocks.push({ kind: 'list', isNumbered, items: [item] });
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
