import type { TextFigure } from '@fieldlab/domain';

/** A piece of a paragraph, as every reader of a report's text shows it. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'figure'; figure: TextFigure }
  | { kind: 'strong' | 'em' | 'struck' | 'code'; content: Inline[] }
  | { kind: 'link'; address: string; content: Inline[] }
  | { kind: 'break' };

type Alignment = 'left' | 'center' | 'right' | null;

/** A piece of a report's text that stands by itself. */
export type Block =
  | { kind: 'heading'; level: number; content: Inline[] }
  | { kind: 'paragraph'; content: Inline[] }
  /** Of a tight list the items' paragraphs stand without room between them. */
  | { kind: 'list'; isNumbered: boolean; start: number; isTight: boolean; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'code'; content: Inline[] }
  /** The first row is its head; every row has as many cells. */
  | { kind: 'table'; alignments: Alignment[]; rows: Inline[][][] }
  | { kind: 'rule' }
  /** HTML, and what only names an address: nobody sees it. */
  | { kind: 'leftOut' };

/** A block with the characters that it stands in, the empty lines behind it among them. */
export interface SourcedBlock {
  block: Block;
  source: string;
}
