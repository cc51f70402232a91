import type { Node } from 'prosemirror-model';
import { readText, type ReadText } from './reading';
import { isSmall, marks, nodes, sourceOf } from './schema';

/** Nobody sees it; behind it nothing begins a heading, an item or another emphasis. */
const JOINER = '\u2060';
/** What looks like the asterisk, and begins no emphasis. */
const STAR = '\u2217';
const BEGINS_BLOCK = /^(?:#{1,6}|[-*+]|\d{1,9}[.)])\s/;
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
  const blocks: { plain: string; place: number | undefined }[] = [];
  doc.forEach((block) => {
    const plain = plainBlock(block);
    if (plain === '' && block.childCount === 0) return;
    const time = used.get(plain) ?? 0;
    used.set(plain, time + 1);
    blocks.push({ plain, place: places.get(plain)?.[time] });
  });
  const end = sources.at(-1);
  const closing = end === undefined ? '' : end.slice(end.trimEnd().length);
  const text = blocks.map(({ plain, place }, index) => {
    const source = place === undefined ? undefined : sources[place];
    const isFollowed = place !== undefined && blocks[index + 1]?.place === place + 1;
    const isLast = index === blocks.length - 1;
    if (source !== undefined && (isFollowed || (isLast && place === sources.length - 1))) return source;
    return (source?.trimEnd() ?? plain) + (isLast ? closing : APART);
  });
  // Of a text without any block, the lead is all there is.
  return text.length === 0 && sources.length > 0 ? '' : lead + text.join('');
}

/** A block as we write it ourselves, so that every reader of ours reads the same in it. */
function plainBlock(block: Node): string {
  if (block.type === nodes.verbatim) return block.textContent.trimEnd();
  if (block.type === nodes.heading) return `${isSmall(block) ? '###' : '##'} ${plainInline(block)}`;
  if (block.type === nodes.paragraph) {
    const text = plainInline(block);
    return BEGINS_BLOCK.test(text) ? JOINER + text : text;
  }
  const lines: string[] = [];
  block.forEach((item, _offset, index) => {
    const [mark, paragraph] = [block.type === nodes.numbers ? `${index + 1}.` : '-', item.firstChild];
    lines.push(`${mark} ${paragraph ? plainInline(paragraph) : ''}`);
  });
  return lines.join('\n');
}

type Emphasis = '' | '*' | '**';

function plainInline(block: Node): string {
  const runs: { emphasis: Emphasis; text: string }[] = [];
  block.forEach((inline) => {
    const emphasis = emphasisOf(inline);
    const text = inline.isText ? (inline.text ?? '').replace(/[\n\r\t]/g, ' ') : sourceOf(inline);
    const last = runs.at(-1);
    if (last?.emphasis === emphasis) last.text += text;
    else runs.push({ emphasis, text });
  });
  const stars = runs.reduce((sum, { text }) => sum + text.split('*').length - 1, 0);
  const isAmbiguous = stars > 1 || (stars === 1 && runs.some(({ emphasis }) => emphasis !== ''));
  return runs
    .map(({ emphasis, text }) => [emphasis, isAmbiguous ? text.replaceAll('*', STAR) : text] as const)
    .reduce((before, [emphasis, text]) => before + emphasised(emphasis, text, before.endsWith('*')), '')
    .trim();
}

/** Emphasis begins and ends at a word, as paper wants it; blanks at its edges stand outside it. */
function emphasised(emphasis: Emphasis, text: string, isBehindStar: boolean): string {
  const word = text.trim();
  if (emphasis === '' || word === '') return text;
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  const apart = isBehindStar && before === '' ? JOINER : '';
  return before + apart + emphasis + word + emphasis + after;
}

function emphasisOf(inline: Node): Emphasis {
  if (marks.strong.isInSet(inline.marks)) return '**';
  return marks.em.isInSet(inline.marks) ? '*' : '';
}
