import { isWebAddress, type TextFigure } from '@fieldlab/domain';
import type * as mdast from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { unveiled, veiled } from './stand-ins';
import type { Block, Inline, SourcedBlock } from './tree';

/** Lines that are indented, or underlined, mean nothing to who writes: they stay what they are. */
const PLAIN_LINES = { disable: { null: ['codeIndented', 'setextUnderline'] } };

/** The blocks of a report's text. */
export const blocksOf = (text: string): Block[] => sourcedBlocksOf(text).map(({ block }) => block);

/**
 * The blocks of a text (GitHub's Markdown, with our figures in it); put behind each other, their sources are the text
 * again from its first block on.
 */
export function sourcedBlocksOf(text: string): SourcedBlock[] {
  const { text: read, figures } = veiled(text);
  const { children } = fromMarkdown(read, {
    extensions: [gfm(), PLAIN_LINES],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const reader = new Reader(figures, children);
  return children.map((node, index) => ({
    block: reader.block(node),
    source: text.slice(startOf(node), index + 1 < children.length ? startOf(children[index + 1]) : undefined),
  }));
}

/** Where the line begins on which a block does. */
const startOf = (node: mdast.Nodes | undefined): number => {
  const { offset = 0, column = 1 } = node?.position?.start ?? {};
  return offset - (column - 1);
};

class Reader {
  private readonly addresses = new Map<string, string>();

  constructor(
    private readonly figures: readonly TextFigure[],
    nodes: readonly mdast.RootContent[],
  ) {
    this.learn(nodes);
  }

  block(node: mdast.RootContent): Block {
    switch (node.type) {
      case 'heading':
        return { kind: 'heading', level: node.depth, content: this.inlines(node.children) };
      case 'paragraph':
        return { kind: 'paragraph', content: this.inlines(node.children) };
      case 'blockquote':
        return { kind: 'quote', blocks: this.blocks(node.children) };
      case 'list':
        return this.list(node);
      case 'code':
        return { kind: 'code', content: this.lines(node.value) };
      case 'table':
        return this.table(node);
      case 'thematicBreak':
        return { kind: 'rule' };
      case 'footnoteDefinition':
        return { kind: 'quote', blocks: this.blocks(node.children) };
      default:
        return { kind: 'leftOut' };
    }
  }

  private blocks(nodes: readonly mdast.RootContent[]): Block[] {
    return nodes.map((node) => this.block(node)).filter(({ kind }) => kind !== 'leftOut');
  }

  private list({ ordered, start, spread, children }: mdast.List): Block {
    return {
      kind: 'list',
      isNumbered: ordered ?? false,
      start: start ?? 1,
      isTight: !(spread ?? false) && children.every((item) => !(item.spread ?? false)),
      items: children.map((item) => this.blocks(item.children)),
    };
  }

  private table({ align, children }: mdast.Table): Block {
    const width = children[0]?.children.length ?? 0;
    return {
      kind: 'table',
      alignments: Array.from({ length: width }, (_, column) => align?.[column] ?? null),
      rows: children.map((row) =>
        Array.from({ length: width }, (_, column) => this.inlines(row.children[column]?.children ?? [])),
      ),
    };
  }

  private inlines(nodes: readonly mdast.PhrasingContent[]): Inline[] {
    return nodes.flatMap((node) => this.inline(node));
  }

  private inline(node: mdast.PhrasingContent): Inline[] {
    switch (node.type) {
      case 'text':
        return this.text(node.value.replaceAll('\n', ' '));
      case 'strong':
        return [{ kind: 'strong', content: this.inlines(node.children) }];
      case 'emphasis':
        return [{ kind: 'em', content: this.inlines(node.children) }];
      case 'delete':
        return [{ kind: 'struck', content: this.inlines(node.children) }];
      case 'inlineCode':
        return [{ kind: 'code', content: this.text(node.value) }];
      case 'break':
        return [{ kind: 'break' }];
      case 'link':
        return linked(node.url, this.inlines(node.children));
      case 'linkReference':
        return linked(this.addresses.get(node.identifier) ?? '', this.inlines(node.children));
      case 'image':
      case 'imageReference':
        return this.text(node.alt ?? '');
      case 'footnoteReference':
        return this.text(`[${node.label ?? node.identifier}]`);
      default:
        return [];
    }
  }

  private text(value: string): Inline[] {
    return unveiled(value, this.figures).map((piece) =>
      typeof piece === 'string' ? { kind: 'text', text: piece } : { kind: 'figure', figure: piece },
    );
  }

  /** Every line on a line of its own. */
  private lines(value: string): Inline[] {
    return value
      .split('\n')
      .flatMap((line, index) => [...(index > 0 ? [{ kind: 'break' } as const] : []), ...this.text(line)]);
  }

  private learn(nodes: readonly mdast.RootContent[]): void {
    for (const node of nodes) {
      if (node.type === 'definition') this.addresses.set(node.identifier, node.url);
      else if (node.type === 'blockquote' || node.type === 'listItem') this.learn(node.children);
      else if (node.type === 'list') this.learn(node.children);
    }
  }
}

/** What leads anywhere but to a page or a mailbox is its words alone. */
function linked(address: string, content: Inline[]): Inline[] {
  const isSafe = address.startsWith('mailto:') || (/^https?:/i.test(address) && isWebAddress(address));
  return isSafe && content.length > 0 ? [{ kind: 'link', address, content }] : content;
}
