import { figureInText, type SealedEdition } from '@fieldlab/domain';
import { blocksOf, type Block, type Inline } from '@fieldlab/report-text';
import { valueIn } from '../edition-document';

type Told = (inline: Extract<Inline, { kind: 'figure' }>) => string;

/** The text of an edition as it is printed: what everybody reads on screen, with its figures in it. */
export function paperText(edition: Pick<SealedEdition, 'text' | 'language' | 'figures' | 'by'>): Block[] {
  const { text, language, figures, by } = edition;
  const told: Told = ({ figure }) => figureInText(figure, language, (named) => valueIn(figures, by, named));
  return outlined(blocksOf(text).map((block) => blockWith(block, told)));
}

function blockWith(block: Block, told: Told): Block {
  const inlines = (content: readonly Inline[]): Inline[] => content.map((inline) => inlineWith(inline, told));
  const blocks = (within: readonly Block[]): Block[] => within.map((one) => blockWith(one, told));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'code':
      return { ...block, content: inlines(block.content) };
    case 'list':
      return { ...block, items: block.items.map(blocks) };
    case 'quote':
      return { ...block, blocks: blocks(block.blocks) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(inlines)) };
    default:
      return block;
  }
}

function inlineWith(inline: Inline, told: Told): Inline {
  if (inline.kind === 'figure') return { kind: 'text', text: told(inline) };
  return 'content' in inline
    ? { ...inline, content: inline.content.map((one) => inlineWith(one, told)) }
    : inline;
}

/** With headings that begin at the first level and skip none, as an outline of the page must (ISO 14289-1, 7.4.2). */
export function outlined(blocks: readonly Block[], above = { level: 0 }): Block[] {
  return blocks.map((block) => {
    if (block.kind === 'quote') return { ...block, blocks: outlined(block.blocks, above) };
    if (block.kind === 'list') return { ...block, items: block.items.map((item) => outlined(item, above)) };
    if (block.kind !== 'heading') return block;
    above.level = Math.min(block.level, above.level + 1);
    return { ...block, level: above.level };
  });
}
