import type { Mark, Node } from 'prosemirror-model';
import { sourcedBlocksOf, type Block, type Inline, type SourcedBlock } from '../../ui/report/markdown';
import { chip, marks, nodes, schema } from './schema';

/** A stored text as its author sees it: the blocks of the page, and what each was written as. */
export interface ReadText {
  doc: Node;
  /** In the order of the blocks. */
  sources: string[];
  /** Empty lines before the first block. */
  lead: string;
}

export function readText(text: string): ReadText {
  const read = sourcedBlocksOf(text);
  const blocks = read.map(nodeOf);
  const sources = read.map(({ source }) => source);
  const lead = text.slice(0, text.length - sources.reduce((sum, { length }) => sum + length, 0));
  const doc = nodes.doc.create(null, blocks.length > 0 ? blocks : [nodes.paragraph.create()]);
  return { doc, sources, lead };
}

/** Text that comes in without formatting: every line is a block, and items that follow each other are one list. */
export function readLines(text: string): Node[] {
  const read = text.split('\n').flatMap((line) => sourcedBlocksOf(line).map(nodeOf));
  return read.reduce<Node[]>((before, node) => {
    const last = before.at(-1);
    const isList = node.type === nodes.bullets || node.type === nodes.numbers;
    if (!isList || last?.type !== node.type) return [...before, node];
    return [...before.slice(0, -1), last.copy(last.content.append(node.content))];
  }, []);
}

/** Its lines stand below each other for a reason, which a paragraph would not keep. */
const isVerbatim = (source: string): boolean =>
  source.split('\n').some((line) => line.trimStart().startsWith('|') || line.trimStart().startsWith('```'));

function nodeOf({ block, source }: SourcedBlock): Node {
  if (block.kind === 'paragraph' && isVerbatim(source)) {
    return nodes.verbatim.create(null, schema.text(source.trimEnd()));
  }
  if (block.kind === 'heading') return headingOf(block, source);
  if (block.kind === 'paragraph') return nodes.paragraph.create(null, inlinesOf(block.content));
  const items = block.items.map((item) =>
    nodes.item.create(null, nodes.paragraph.create(null, inlinesOf(item))),
  );
  return (block.isNumbered ? nodes.numbers : nodes.bullets).create(null, items);
}

function headingOf({ content }: Extract<Block, { kind: 'heading' }>, source: string): Node {
  const level = source.length - source.replace(/^#+/, '').length;
  return nodes.heading.create({ level }, inlinesOf(content));
}

function inlinesOf(content: readonly Inline[], within: readonly Mark[] = []): Node[] {
  return content.flatMap((inline): Node[] => {
    if (inline.kind === 'figure') return [chip(inline.figure.source).mark(within)];
    if (inline.kind === 'text') return inline.text === '' ? [] : [schema.text(inline.text, within)];
    return inlinesOf(inline.content, marks[inline.kind].create().addToSet(within));
  });
}
