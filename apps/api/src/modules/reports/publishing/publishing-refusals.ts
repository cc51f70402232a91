import {
  DomainError,
  errorSentence,
  type Breakdown,
  type EditionDocument,
  type ErrorAbout,
  type ErrorCode,
} from '@fieldlab/domain';
import type { Forbidden } from '../disclosure/input';

/** So many public editions are named; the rest is counted by nobody. */
const MOST_NAMED = 3;

/** Says to the approver what cannot go public beside what, and that nothing was published. */
export const publishingDiscloses = (
  document: EditionDocument,
  { indicators, by, beside }: Forbidden,
): DomainError => refused('PUBLISHING_DISCLOSES', document, { indicators, by }, beside);

/** @param beside what there was too much of to compare with, oldest first */
export const disclosureNotProved = (
  document: EditionDocument,
  beside: readonly EditionDocument[],
): DomainError => refused('DISCLOSURE_NOT_PROVED', document, document, beside);

function refused(
  code: ErrorCode,
  document: EditionDocument,
  { indicators, by }: { indicators: readonly string[]; by: readonly Breakdown[] },
  beside: readonly EditionDocument[],
): DomainError {
  const about: ErrorAbout = {
    indicators: indicators.join(' '),
    breakdowns: by.join(' '),
    scope: document.scope,
    period: periodOf(document),
    ...(beside.length > 0
      ? { editions: beside.toReversed().slice(0, MOST_NAMED).map(named).join('; ') }
      : {}),
  };
  return new DomainError(code, errorSentence(code, about, 'en'), [], about);
}

/** In the form of ISO 8601; without a first day as of old. */
const periodOf = ({ from, asOf }: EditionDocument): string => `${from ?? '..'}/${asOf}`;

const named = (document: EditionDocument): string =>
  `“${document.report.title}” ${document.edition} (${document.scope}, ${periodOf(document)})`;
