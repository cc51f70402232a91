import type { Node } from 'prosemirror-model';
import { JOINER, readText, type ReadText } from './reading';
import { isSmall, marks, nodes, sourceOf } from './schema';

const APART = '\n\n';

export interface TextWriter {
  /** Where the author begins. */
  doc: Node;
  /** The text of a page; blocks that nobody touched keep every character that they were written with. */
  write: (doc: Node) => string;
}

export function writerOf(text: string): TextWriter {
  const read = readText(text);
  const places = placesOf(read.doc);
  return { doc: read.doc, write: (doc) => written(doc, read, places) };
}

/** Where each block stood, by what is to be read in it. */
function placesOf(doc: Node): Map<string, number[]> {
  const places = new Map<string, number[]>();
  doc.forEach((block, _offset, index) => {
    const plain = plainBlock(block);
    places.set(plain, [...(places.get(plain) ?? []), index]);
  });
  return places;
}

function written(doc: Node, { sources, lead }: ReadText, places: Map<string, number[]>): string {
  const used = new Map<string, number>();
  const blocks: { plain: string; place: number | undefined; isVerbatim: boolean }[] = [];
  doc.forEach((block) => {
    const plain = plainBlock(block);
    if (plain === '' && block.childCount === 0) return;
    const time = used.get(plain) ?? 0;
    used.set(plain, time + 1);
    blocks.push({ plain, place: places.get(plain)?.[time], isVerbatim: block.type === nodes.verbatim });
  });
  const end = sources.at(-1);
  const closing = end === undefined ? '' : end.slice(end.trimEnd().length);
  const text = blocks.map(({ plain, place, isVerbatim }, index) => {
    const source = place === undefined ? undefined : sources[place];
    const isFollowed = place !== undefined && blocks[index + 1]?.place === place + 1;
    const isLast = index === blocks.length - 1;
    if (source !== undefined && (isFollowed || (isLast && place === sources.length - 1))) return source;
    const own = source?.trimEnd() ?? plain;
    return (isVerbatim && !isLast ? closed(own) : own) + (isLast ? closing : APART);
  });
  // Of a text without any block, the lead is all there is.
  return text.length === 0 && sources.length > 0 ? '' : lead + text.join('');
}

/** What stands as it was written, such as code or a remark without its end, is not to take in what comes after it. */
function closed(text: string): string {
  const isClosed = (own: string): boolean => readText(own + APART + 'x').doc.lastChild?.textContent === 'x';
  const fence = /`{3,}|~{3,}/.exec(text)?.[0] ?? '```';
  return [text, `${text}\n${fence}`, `${text}\n-->`].find(isClosed) ?? text;
}

/** A block that nobody touched is the same object from one keystroke to the next. */
const plainBlocks = new WeakMap<Node, string>();

/** A block as we write it ourselves: as plainly as it is still read the same. */
function plainBlock(block: Node): string {
  const known = plainBlocks.get(block);
  if (known !== undefined) return known;
  const plain = block.type === nodes.verbatim ? block.textContent.trimEnd() : plainest(block);
  plainBlocks.set(block, plain);
  return plain;
}

function plainest(block: Node): string {
  let text = '';
  for (const way of WAYS) {
    text = blockIn(block, way);
    if (isRead(text, block)) break;
  }
  return text;
}

/** How a text is written: as it is; with marks that are only signs; and with emphasis kept from what is around it. */
interface Way {
  escapes: boolean;
  joins: boolean;
}
const WAYS: readonly Way[] = [
  { escapes: false, joins: false },
  { escapes: true, joins: false },
  { escapes: true, joins: true },
];

function blockIn(block: Node, way: Way): string {
  if (block.type === nodes.heading) return `${isSmall(block) ? '###' : '##'} ${inlineIn(block, way)}`;
  if (block.type === nodes.paragraph) return inlineIn(block, way);
  const lines: string[] = [];
  block.forEach((item, _offset, index) => {
    const mark = block.type === nodes.numbers ? `${index + 1}.` : '-';
    lines.push(`${mark} ${item.firstChild ? inlineIn(item.firstChild, way) : ''}`);
  });
  return lines.join('\n');
}

function isRead(text: string, block: Node): boolean {
  const { doc } = readText(text);
  const { firstChild: read } = doc;
  return doc.childCount === 1 && read !== null && read.type === block.type && look(read) === look(block);
}

/** What is seen of a block: its words with their emphasis, whatever blanks are between them. */
function look(block: Node): string {
  const parts: string[] = [];
  block.descendants((node) => {
    if (node.type === nodes.item) parts.push('\n');
    if (!node.isInline) return;
    const text = node.isText ? (node.text ?? '').replaceAll(JOINER, '') : sourceOf(node);
    for (const sign of text) parts.push(/\s/.test(sign) ? ' ' : `${emphasisOf(node).length}${sign}`);
  });
  return parts.join('').replace(/ +/g, ' ').replaceAll('\n ', '\n').replaceAll(' \n', '\n').trim();
}

type Emphasis = '' | '*' | '**';

function inlineIn(block: Node, { escapes, joins }: Way): string {
  const runs: { emphasis: Emphasis; text: string }[] = [];
  block.forEach((inline) => {
    const emphasis = emphasisOf(inline);
    const words = (inline.text ?? '').replace(/[\n\r\t]/g, ' ');
    const text = inline.isText ? (escapes ? escaped(words) : words) : sourceOf(inline);
    const last = runs.at(-1);
    if (last?.emphasis === emphasis) last.text += text;
    else runs.push({ emphasis, text });
  });
  return runs
    .reduce(
      (before, { emphasis, text }) => before + emphasised(emphasis, text, before.endsWith('*'), joins),
      '',
    )
    .trim();
}

/** With every sign that could be a mark as the sign that it is. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>()#+.!~&|:@-]/g, String.raw`\$&`);

/** Emphasis begins and ends at a word; blanks at its edges stand outside it. */
function emphasised(emphasis: Emphasis, text: string, isBehindStar: boolean, joins: boolean): string {
  const word = text.trim();
  if (emphasis === '' || word === '') return text;
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  const apart = isBehindStar && before === '' ? JOINER : '';
  const joined = joins ? JOINER : '';
  return before + apart + emphasis + joined + word + joined + emphasis + after;
}

function emphasisOf(inline: Node): Emphasis {
  if (marks.strong.isInSet(inline.marks)) return '**';
  return marks.em.isInSet(inline.marks) ? '*' : '';
}
