import { ERRORS, type ErrorCode } from './error-codes';
import type { FaultCode } from './fault-sentences';

/** One fault in what was sent: where (`startedOn`, `query.asOf`), and what to do about it. */
export interface InputFault {
  path: string;
  /** The sentence of its code, in English; of a refusal as a whole, in the language that was asked for. */
  message: string;
  /** For programs that say it in another language. */
  code: FaultCode | ErrorCode;
  /** What the code is about: `{most: "200"}`. */
  about?: Readonly<Record<string, string>>;
}

/** A refusal that the caller can understand and act upon. Anything else that is thrown is our own mistake. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    /** A sentence for people: what happened, and what to do. */
    detail: string,
    readonly faults: readonly InputFault[] = [],
    /** What it is about, for programs: a centre's code, a period. */
    readonly about?: Readonly<Record<string, string>>,
  ) {
    super(detail);
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}

export const invalidInput = (faults: readonly InputFault[]): DomainError =>
  new DomainError(
    'INVALID_INPUT',
    faults.map((fault) => `${fault.path}: ${fault.message}`).join('; '),
    faults,
  );

export const notFound = (what: string): DomainError => new DomainError('NOT_FOUND', `${what} was not found.`);
