import type { Mark, Node } from 'prosemirror-model';
import { sourcedBlocksOf, type Block, type Inline, type SourcedBlock } from '@fieldlab/report-text';
import { chip, marks, nodes, schema } from './schema';

/** Nobody sees it: between it and a word emphasis begins and ends wherever that is. */
export const JOINER = '\u2060';

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

function nodeOf({ block, source }: SourcedBlock): Node {
  return (keepsAll(block, source) ? editable(block) : undefined) ?? verbatim(source);
}

/** What cannot be edited stands as it was written. */
function verbatim(source: string): Node {
  const text = source.trimEnd();
  return nodes.verbatim.create(null, text === '' ? [] : schema.text(text));
}

function editable(block: Block): Node | undefined {
  if (block.kind === 'heading' || block.kind === 'paragraph') {
    const inlines = inlinesOf(block.content);
    if (!inlines) return undefined;
    return block.kind === 'paragraph'
      ? nodes.paragraph.create(null, inlines)
      : nodes.heading.create({ level: block.level }, inlines);
  }
  if (block.kind !== 'list' || (block.isNumbered && block.start !== 1)) return undefined;
  const items = block.items.map(itemOf);
  if (!items.every((item) => item !== undefined)) return undefined;
  return (block.isNumbered ? nodes.numbers : nodes.bullets).create(null, items);
}

function itemOf([paragraph, ...more]: readonly Block[]): Node | undefined {
  if (more.length > 0 || (paragraph && paragraph.kind !== 'paragraph')) return undefined;
  const inlines = inlinesOf(paragraph?.content ?? []);
  return inlines && nodes.item.create(null, nodes.paragraph.create(null, inlines));
}

/** Undefined where something stands in it that the page has no form for, such as a link. */
function inlinesOf(content: readonly Inline[], within: readonly Mark[] = []): Node[] | undefined {
  const inlines: Node[] = [];
  for (const inline of content) {
    if (inline.kind === 'figure') inlines.push(chip(inline.figure.source).mark(within));
    else if (inline.kind === 'text') inlines.push(...wordsOf(inline.text, within));
    else if (isOwnAddress(inline)) inlines.push(...wordsOf(said(inline.content), within));
    else if ((inline.kind === 'strong' || inline.kind === 'em') && within.length === 0) {
      const marked = inlinesOf(inline.content, [marks[inline.kind].create()]);
      if (!marked) return undefined;
      inlines.push(...marked);
    } else return undefined;
  }
  return inlines;
}

/** An address that stands there as it is: readers make a link of it, its author sees what was typed. */
const isOwnAddress = (inline: Inline): inline is Extract<Inline, { kind: 'link' }> =>
  inline.kind === 'link' &&
  ['', 'http://', 'mailto:'].some((scheme) => inline.address === scheme + said(inline.content));

function wordsOf(text: string, within: readonly Mark[]): Node[] {
  const words = text.replaceAll(JOINER, '');
  return words === '' ? [] : [schema.text(words, within)];
}

/** Whether every letter is read: of a tag, an address or a picture some are not. */
const keepsAll = (block: Block, source: string): boolean => lettersOf(wordsIn(block)) === lettersOf(source);

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

function wordsIn(block: Block): string {
  if (block.kind === 'list') return block.items.flat().map(wordsIn).join('');
  return 'content' in block ? said(block.content) : '';
}

const said = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      if (inline.kind === 'figure') return inline.figure.source;
      return 'content' in inline ? said(inline.content) : '';
    })
    .join('');
