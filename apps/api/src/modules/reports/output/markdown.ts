/** A piece of a paragraph. */
interface Span {
  text: string;
  bold?: true;
  italic?: true;
}
export type Block =
  | { kind: 'heading'; level: number; spans: Span[] }
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'list'; ordered: boolean; items: Span[][] };

const BULLET = /^\s*[-*+]\s+/;
const NUMBER = /^\s*\d+[.)]\s+/;
const HEADING = /^(#{1,4})\s/;

/** The Markdown that reports are written in: headings, paragraphs, lists, bold and italic. Anything else is its text. */
export function blocksOf(markdown: string): Block[] {
  return chunksOf(markdown.replace(/\r\n?/g, '\n').split('\n')).map(blockOf);
}

/** Lines that belong together: an empty line parts them, and a heading is one by itself. */
function chunksOf(lines: readonly string[]): string[] {
  const chunks: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    const chunk = open.join('\n').trim();
    if (chunk !== '') chunks.push(chunk);
    open = [];
  };
  for (const line of lines) {
    const isHeading = HEADING.test(line);
    if (isHeading || line === '') close();
    open.push(line);
    if (isHeading) close();
  }
  close();
  return chunks;
}

/** With headings that begin at the first level and skip none, as an outline of the page must (ISO 14289-1, 7.4.2). */
export function outlined(blocks: readonly Block[]): Block[] {
  let before = 0;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    before = Math.min(block.level, before + 1);
    return { ...block, level: before };
  });
}

function blockOf(chunk: string): Block {
  const marks = HEADING.exec(chunk)?.[1];
  if (marks !== undefined) {
    return { kind: 'heading', level: marks.length, spans: spansOf(chunk.slice(marks.length).trim()) };
  }
  const lines = chunk.split('\n');
  for (const [mark, ordered] of [
    [BULLET, false],
    [NUMBER, true],
  ] as const) {
    if (lines.every((line) => mark.test(line))) {
      return { kind: 'list', ordered, items: lines.map((line) => spansOf(line.replace(mark, ''))) };
    }
  }
  return { kind: 'paragraph', spans: spansOf(lines.join(' ')) };
}

function spansOf(text: string): Span[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*\s][^*]*\*|_[^_\s][^_]*_)/)
    .filter((part) => part !== '')
    .map((part): Span => {
      if (/^\*\*.+\*\*$/.test(part)) return { text: part.slice(2, -2), bold: true };
      if (/^(\*.+\*|_.+_)$/.test(part)) return { text: part.slice(1, -1), italic: true };
      return { text: part };
    });
}
