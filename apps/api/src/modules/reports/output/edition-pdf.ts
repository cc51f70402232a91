import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Breakdown, FiguresAnswer, Language, SealedEdition } from '@fieldlab/domain';
import { EDITION_TEMPLATE } from './edition-template';
import { viewOf, viewOfFigures, type EditionView } from './edition-view';
import { bothStandards } from './pdf-ua';

const MS = 1000;

/** What is to be typeset: a sealed edition as its text, or what was computed for once, which nobody sealed. */
export type Typesetting =
  { edition: string } | { answer: FiguresAnswer; by: Breakdown | undefined; language: Language };

/**
 * An edition, or figures on the same pages, as a PDF/UA-1 and PDF/A-2a that reads well on paper; the same edition
 * always gives the same pages.
 */
export function typeset(source: Typesetting): Promise<Uint8Array> {
  if ('answer' in source) {
    const { answer, by, language } = source;
    return pagesOf(viewOfFigures(answer, by, language), new Date(answer.knownAt));
  }
  const edition = JSON.parse(source.edition) as SealedEdition;
  return pagesOf(viewOf(edition), new Date(edition.publishedAt));
}

/** As two columns of about the same length. */
function halvesOf(definitions: EditionView['definitions']): EditionView['definitions'][] {
  const whole = definitions.reduce((sum, { text }) => sum + text.length, 0);
  let length = 0;
  const left = definitions.filter(({ text }) => {
    length += text.length;
    return length - text.length / 2 <= whole / 2;
  });
  return [left, definitions.slice(left.length)];
}

async function pagesOf(view: EditionView, madeAt: Date): Promise<Buffer> {
  // What is in the view is data to the page, never its source.
  const data = JSON.stringify({
    ...view,
    halves: halvesOf(view.definitions),
  });
  const compiler = NodeCompiler.create({ workspace: process.cwd() });
  const made = (pdfStandard: string): Buffer =>
    compiler.pdf(
      { mainFileContent: EDITION_TEMPLATE, inputs: { data } },
      { pdfStandard, creationTimestamp: Math.floor(madeAt.getTime() / MS) },
    );
  try {
    // The compiler refuses what does not meet the standard that it is asked for, and can be asked for one.
    return await bothStandards(made('ua-1'), made('a-2a'));
  } catch (error) {
    // Both want every sign in a font; a text with others (Chinese, pictograms) is still printed, with a box for each.
    if (!isWithoutSign(error)) throw error;
    return made('1.7');
  } finally {
    compiler.evictCache(0);
  }
}

const isWithoutSign = (error: unknown): boolean => String(error).includes('could not be displayed with font');
