import type { EditionDocument } from '@fieldlab/domain';
import type { TaskContext } from '../../../platform/work/task';
import type { RegisterShares } from '../../figures/register-shares.service';
import { disclose } from '../disclosure/disclose';
import { DISCLOSURE_TIME_MS } from '../disclosure/input';
import { related } from '../disclosure/related';
import { publicDocument } from '../public-document';
import { sealed } from '../seal';

/** Everything that decides how much of an edition everybody may have, as plain data. */
export interface PublishingInput {
  document: EditionDocument;
  /** Every public edition as its text, oldest first. */
  published: readonly { text: string }[];
  /** What companies add to figures, in every state of the register in which one of these was made. */
  registers: readonly RegisterShares[];
}

export interface SealedText {
  text: string;
  seal: string;
}

/** An edition as it is kept: the whole, and what everybody may have of it. */
export interface SealedDocuments {
  whole: SealedText;
  open: SealedText;
}

/** Of the time there is, this part is for deciding; the rest for reading, writing and sealing. */
const DECIDING = 0.8;

/** Seals an edition, and what is told of it to everybody beside all that they have. */
export async function disclosed(
  { document, published, registers }: PublishingInput,
  { progress }: TaskContext,
): Promise<SealedDocuments> {
  const editions = published.map(({ text }) => JSON.parse(text) as EditionDocument);
  const { suppressed } = await disclose(
    {
      ...{ own: document, published: related(document, editions), registers },
      timeMs: DECIDING * DISCLOSURE_TIME_MS,
    },
    progress,
  );
  const open = publicDocument(document, new Set(suppressed), editions);
  return { whole: sealed(document), open: sealed(open) };
}
