import {
  DomainError,
  refusalMessage,
  type FindingParams,
  type Language,
  type RefusalReason,
} from '@fieldlab/domain';

const TOO_LARGE: ReadonlySet<RefusalReason> = new Set([
  'FILE_TOO_LARGE',
  'UNPACKED_TOO_LARGE',
  'TOO_MANY_FILES',
  'TEXT_FAR_TOO_LONG',
  'SHEET_TOO_LONG',
  'TOO_MANY_COMPANIES',
]);

/** A file that is turned away at the door: nothing of it reached the register. */
export class WorkbookRefused extends DomainError {
  constructor(
    readonly reason: RefusalReason,
    private readonly params: FindingParams = {},
  ) {
    super(
      TOO_LARGE.has(reason) ? 'PAYLOAD_TOO_LARGE' : 'INVALID_INPUT',
      refusalMessage(reason, params, 'en'),
    );
  }

  sentence(language: Language): string {
    return refusalMessage(this.reason, this.params, language);
  }
}

const SHORT = 120;

/** What a library says about a broken file, cut to a length that fits a sentence. */
export const unreadable = (cause: unknown): WorkbookRefused =>
  new WorkbookRefused('UNREADABLE', {
    detail: (cause instanceof Error ? cause.message : String(cause)).slice(0, SHORT),
  });
