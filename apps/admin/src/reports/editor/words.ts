import type { Node } from 'prosemirror-model';
import { nodes, sourceOf } from './schema';

/** A word of a text, or a figure in it, and where it stands. */
export interface Word {
  text: string;
  from: number;
  to: number;
  /** The chip that it is. */
  source?: string;
  /** The end of a block, which nobody sees. */
  isEnd?: true;
}

const WORDS = /\S+/g;

/** All that is read in a text, in its order, without emphasis; between blocks stands an end. */
export function wordsOf(doc: Node): Word[] {
  const words: Word[] = [];
  doc.descendants((node, position) => {
    if (node.type === nodes.figure) {
      const source = sourceOf(node);
      words.push({ text: source, source, from: position, to: position + 1 });
    } else if (node.isText) {
      for (const { 0: text, index } of (node.text ?? '').matchAll(WORDS)) {
        words.push({ text, from: position + index, to: position + index + text.length });
      }
    } else if (node.isTextblock && words.length > 0) {
      words.push({ text: '\n', isEnd: true, from: position, to: position });
    }
    return true;
  });
  return words;
}
