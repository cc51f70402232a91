import type { EditionDocument } from '@fieldlab/domain';
import { computedMs } from '../../../platform/work/computed-ms';
import type { TaskContext } from '../../../platform/work/task';
import { sharesIn, type MeasuredRegisters, type RegisterShares } from '../../figures/register-shares.service';
import { disclose } from '../disclosure/disclose';
import { publishedCells } from '../disclosure/published-cells';
import { related } from '../disclosure/related';
import { publicDocument } from '../public-document';
import { sealed } from '../seal';
import { disclosureNotProved, publishingDiscloses } from './publishing-refusals';

/** Everything that decides how much of an edition everybody may have, as plain data. */
export interface PublishingInput {
  document: EditionDocument;
  /** Every public edition as its text, oldest first. */
  published: readonly { text: string }[];
  /** What companies add to figures, in every state of the register in which one of these was made. */
  measured: MeasuredRegisters;
  /** How long deciding may compute, in milliseconds. */
  timeMs: number;
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

export interface Disclosed extends SealedDocuments {
  /** How long it computed, in milliseconds. */
  computedMs: number;
}

/** Of the time there is, this part is for deciding; the rest for reading, writing and sealing. */
const DECIDING = 0.8;

/** An edition in which every number but the zeros is suppressed is no use to anybody, and would stay so. */
const tellsAnything = (open: EditionDocument): boolean =>
  publishedCells(open).some(({ isSuppressed, value }) => !isSuppressed && value !== 0);

/**
 * Seals an edition, and what is told of it to everybody beside all that they have.
 * @throws DomainError PUBLISHING_DISCLOSES, DISCLOSURE_NOT_PROVED where that is nothing, or gives something away
 */
export async function disclosed(
  { document, published, measured, timeMs }: PublishingInput,
  { progress }: TaskContext,
): Promise<Disclosed> {
  const began = computedMs();
  const editions = published.map(({ text }) => JSON.parse(text) as EditionDocument);
  const beside = related(document, editions);
  const { suppressed, forbidden, unproved } = await disclose(
    { ...{ own: document, published: beside, registers: registersOf(measured) }, timeMs: DECIDING * timeMs },
    progress,
  );
  if (forbidden) throw publishingDiscloses(document, forbidden);
  const open = publicDocument(document, new Set(suppressed), editions);
  if (unproved > 0 && !tellsAnything(open)) throw disclosureNotProved(document, beside);
  return { whole: sealed(document), open: sealed(open), computedMs: computedMs() - began };
}

/** States of the register that have the same shares have the same list of them, so that it is looked at once. */
function registersOf({ registers, texts }: MeasuredRegisters): RegisterShares[] {
  const shares = new Map(Object.entries(texts).map(([digest, pieces]) => [digest, sharesIn(pieces)]));
  return registers.map(({ families, ...register }) => ({
    ...register,
    families: families.map(({ slices, ...family }) => ({
      ...family,
      slices: Object.fromEntries(
        Object.entries(slices).map(([key, digest]) => [key, shares.get(digest) ?? []]),
      ),
    })),
  }));
}
