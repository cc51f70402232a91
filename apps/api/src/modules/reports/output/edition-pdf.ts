import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { SealedEdition } from '@fieldlab/domain';
import { EDITION_TEMPLATE } from './edition-template';
import { viewOf } from './edition-view';
import { blocksOf } from './markdown';

const MS = 1000;

/** An edition as a tagged PDF/A-2a that reads well on paper; the same edition always gives the same pages. */
export function editionPdf(edition: SealedEdition): Buffer {
  const view = viewOf(edition);
  // What is in the edition is data to the page, never its source.
  const data = JSON.stringify({ ...view, blocks: blocksOf(view.text) });
  const compiler = NodeCompiler.create({ workspace: process.cwd() });
  try {
    return compiler.pdf(
      { mainFileContent: EDITION_TEMPLATE, inputs: { data } },
      { pdfStandard: 'a-2a', creationTimestamp: Math.floor(Date.parse(edition.publishedAt) / MS) },
    );
  } finally {
    compiler.evictCache(0);
  }
}
