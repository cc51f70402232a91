/** How long what is kept for a time only is kept, in days. docs/operations.md tells the rest. */
export interface RetentionTerms {
  /** Rows of a file that could not be imported, for somebody to mend. */
  faultyRows: number;
  /** Mails as files, where no mail server is known; sooner where the link in them ends. */
  mails: number;
  /** That somebody has seen a notification. */
  notifications: number;
}

export const USUAL_TERMS: RetentionTerms = { faultyRows: 30, mails: 7, notifications: 400 };

/** How long a browser stays signed in. */
export interface SessionTerm {
  /** Without a request. */
  idleHours: number;
  /** However much it is used. */
  days: number;
}
export const USUAL_SESSION: SessionTerm = { idleHours: 8, days: 7 };

export const RETENTION_TERMS = Symbol('RetentionTerms');
