import { findingKindSentence, findingSentence, isFault, isLeftUnread, type Language } from '@fieldlab/domain';
import type { ImportFinding, ImportFindingKind } from './import-results.dto';
import type { Finding, FindingKindCount, ToldFinding } from '../import-request';

/** Findings that were kept before their parameters were have the sentence of the importer's language. */
type KeptFinding = Finding & Partial<Pick<ToldFinding, 'params' | 'meant'>>;

/** Says what was found in the language of who reads it, which need not be that of who imported. */
export const toldIn =
  (language: Language | undefined) =>
  ({ params, meant, ...finding }: KeptFinding): ImportFinding => ({
    ...finding,
    message:
      language === undefined || params === undefined
        ? finding.message
        : findingSentence({ ...finding, ...meant, params }, language),
  });

/** The kinds of what was found with their numbers, what is rare first: nobody sees it among a thousand of another. */
export const kindsIn = (counts: readonly FindingKindCount[], language: Language): ImportFindingKind[] =>
  counts
    .map(({ code, count }) => ({
      code,
      count,
      severity: isFault(code) ? ('FAULT' as const) : ('WARNING' as const),
      unread: isLeftUnread(code),
      message: findingKindSentence(code, language),
    }))
    .sort((a, b) => a.count - b.count || (a.code < b.code ? -1 : 1));
