import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Breakdown, FiguresAnswer, Language, SealedEdition } from '@fieldlab/domain';
import { EDITION_TEMPLATE } from './edition-template';
import { viewOf, viewOfFigures, type EditionView } from './edition-view';
import { blocksOf } from './markdown';

const MS = 1000;

/** An edition as a tagged PDF/A-2a that reads well on paper; the same edition always gives the same pages. */
export const editionPdf = (edition: SealedEdition): Buffer =>
  pagesOf(viewOf(edition), new Date(edition.publishedAt));

/** What was computed for once, on the same pages as an edition, but sealed by nobody. */
export const figuresPdf = (answer: FiguresAnswer, by: Breakdown | undefined, language: Language): Buffer =>
  pagesOf(viewOfFigures(answer, by, language), new Date(answer.knownAt));

function pagesOf(view: EditionView, madeAt: Date): Buffer {
  // What is in the view is data to the page, never its source.
  const data = JSON.stringify({ ...view, blocks: blocksOf(view.text) });
  const compiler = NodeCompiler.create({ workspace: process.cwd() });
  try {
    return compiler.pdf(
      { mainFileContent: EDITION_TEMPLATE, inputs: { data } },
      { pdfStandard: 'a-2a', creationTimestamp: Math.floor(madeAt.getTime() / MS) },
    );
  } finally {
    compiler.evictCache(0);
  }
}
