export { blocksOf, sourcedBlocksOf } from './reading';
export type { Block, Inline, SourcedBlock } from './tree';
