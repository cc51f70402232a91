import { textPieces, type TextFigure } from '@fieldlab/domain';
import { Schema, type Node } from 'prosemirror-model';

/** The deepest mark of a heading in a stored text. */
const DEEPEST = 6;

/** What a report's text is made of, as its readers know it: what they would not read cannot be written. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'inline*',
      parseDOM: [{ tag: 'p' }],
      toDOM: () => ['p', 0],
    },
    heading: {
      group: 'block',
      content: 'inline*',
      defining: true,
      attrs: { level: { default: 2, validate: 'number' } },
      parseDOM: [1, 2, 3, 4, 5, DEEPEST].map((level) => ({
        tag: `h${level}`,
        attrs: { level: level > 2 ? 3 : 2 },
      })),
      toDOM: (node) => [isSmall(node) ? 'h3' : 'h2', 0],
    },
    bullets: {
      group: 'block',
      content: 'item+',
      parseDOM: [{ tag: 'ul' }],
      toDOM: () => ['ul', 0],
    },
    numbers: {
      group: 'block',
      content: 'item+',
      parseDOM: [{ tag: 'ol' }],
      toDOM: () => ['ol', 0],
    },
    item: {
      content: 'paragraph',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0],
    },
    /** What readers do not know, such as a table: it stays as it was written. */
    verbatim: {
      group: 'block',
      content: 'text*',
      marks: '',
      code: true,
      defining: true,
      parseDOM: [{ tag: 'pre[data-verbatim]', preserveWhitespace: 'full' as const }],
      toDOM: () => ['pre', { 'data-verbatim': '' }, 0],
    },
    figure: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { source: { validate: 'string' } },
      leafText: sourceOf,
      parseDOM: [
        {
          tag: 'span[data-figure]',
          getAttrs: (element) => {
            const source = element.getAttribute('data-figure') ?? '';
            return namedIn(source) ? { source } : false;
          },
        },
      ],
      toDOM: (node) => ['span', { 'data-figure': sourceOf(node) }, sourceOf(node)],
    },
    text: { group: 'inline' },
  },
  marks: {
    // One in the other is read differently on paper and on screen.
    strong: {
      excludes: '_',
      parseDOM: [
        { tag: 'strong' },
        // Google Docs wraps all that it copies in one that is not bold.
        { tag: 'b', getAttrs: (element) => element.style.fontWeight !== 'normal' && null },
        { style: 'font-weight', getAttrs: (value) => ['bold', '600', '700', '800'].includes(value) && null },
      ],
      toDOM: () => ['strong', 0],
    },
    em: {
      excludes: '_',
      parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
      toDOM: () => ['em', 0],
    },
  },
});

export const { nodes, marks } = schema as unknown as {
  nodes: Record<
    'doc' | 'paragraph' | 'heading' | 'bullets' | 'numbers' | 'item' | 'verbatim' | 'figure',
    Schema['nodes'][string]
  >;
  marks: Record<'strong' | 'em', Schema['marks'][string]>;
};

/** Of a chip: as it stands in the text, `{{jobs:province=NL-NB}}`. */
export function sourceOf(node: Node): string {
  return String(node.attrs.source);
}

/** Headings have two sizes, whatever the number of their marks. */
export function isSmall(heading: Node): boolean {
  return Number(heading.attrs.level) > 2;
}

/** The figure that a source names, where it names one and nothing else. */
export function namedIn(source: string): TextFigure | undefined {
  const [piece, ...more] = textPieces(source);
  return typeof piece === 'object' && more.length === 0 ? piece : undefined;
}

export const chip = (source: string): Node => nodes.figure.create({ source });
