import type { EditionDocument } from '@fieldlab/domain';
import type { Shares } from '../disclosure/published-before';
import { publicDocument } from '../public-document';
import { sealed } from '../seal';
import type { FirmsInCells } from '../reports.service';

/** Everything that decides how much of an edition everybody may have, as plain data. */
export interface DisclosureInput {
  document: EditionDocument;
  firms: FirmsInCells;
  /** Every public edition as its text, oldest first, with what firms add to its sums where that was asked for. */
  published: readonly { text: string; shares: Shares | undefined }[];
  /** The same of the edition itself. */
  shares: Shares | undefined;
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

/** Seals an edition, and what is told of it to everybody beside all that they have. */
export function disclose({ document, firms, published, shares }: DisclosureInput): SealedDocuments {
  const sharesOf = new Map<EditionDocument, Shares | undefined>([[document, shares]]);
  const editions = published.map((one) => {
    const edition = JSON.parse(one.text) as EditionDocument;
    sharesOf.set(edition, one.shares);
    return edition;
  });
  const open = publicDocument(document, {
    ...firms,
    published: editions,
    sharesOf: (edition) => sharesOf.get(edition),
  });
  return { whole: sealed(document), open: sealed(open) };
}
