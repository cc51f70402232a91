/** What happens to records. */
const RECORD_ACTIONS = ['CREATE', 'UPDATE', 'DELETE', 'RESTORE', 'ERASE'] as const;

/** What the trail notes beside changes of records: who came in, and what left. */
const ACCESS_ACTIONS = [
  /** About a user. */
  'SIGN_IN',
  /** About an account that is named by a digest alone. */
  'SIGN_IN_FAILED',
  /** About a user. */
  'SECOND_FACTOR_ADDED',
  'SECOND_FACTOR_REMOVED',
  'RECOVERY_CODES_RENEWED',
  /** Personal data of a kind left the register in a file, for a user. */
  'EXPORT',
  /** About a token. */
  'TOKEN_FROM_NEW_ADDRESS',
] as const;

/** What happens to the trail itself. */
const TRAIL_ACTIONS = [
  /** The reason of a change of this record; at which link, its changes say. */
  'REASON_ERASED',
  /** The values of earlier entries of this record; how many, its changes say. */
  'VALUES_ERASED',
  /** What the trail held before reasons could be erased entered the chain once more, without them. */
  'RESEALED',
] as const;

/** What an entry of the audit trail says happened. */
export const AUDIT_ACTIONS = [...RECORD_ACTIONS, ...ACCESS_ACTIONS, ...TRAIL_ACTIONS] as const;

export type AccessAction = (typeof ACCESS_ACTIONS)[number];
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
