import type { Permission } from '../access/permissions';

/**
 * What a notification of each kind is about, by name. Dates are `YYYY-MM-DD`, quarters `2021-Q2`, indicators their
 * codes, a count a number; the rest are names as the register has them.
 */
export interface NotificationFacts {
  ROUND_OPENED: 'quarter' | 'dueOn';
  ROUND_DUE_IN_WEEK: 'quarter' | 'dueOn';
  ROUND_DUE_IN_DAY: 'quarter' | 'dueOn';
  ROUND_LATE: 'quarter' | 'dueOn';
  /** Of a round, as long as one answer or more waits; centre and person are those of the newest. */
  ROUND_SUBMITTED: 'count' | 'centre' | 'quarter' | 'person';
  ROUND_RETURNED: 'centre' | 'quarter' | 'person';
  REPORT_SUBMITTED: 'title' | 'person';
  FOLLOW_UP_DUE: 'company' | 'dueOn';
  MENTIONED: 'person' | 'record';
  IMPORT_DONE: 'file';
  IMPORT_REJECTED: 'file';
  IMPORT_FAILED: 'file';
  DUPLICATE_FOUND: 'company' | 'other';
  REGISTER_DIFFERS: 'company';
  TARGET_BEHIND: 'indicators' | 'scope' | 'dueOn';
  TARGET_MISSED: 'indicators' | 'scope' | 'dueOn';
  /** One for all mails that were given up lately; it waits anew with each. */
  MAIL_GIVEN_UP: 'count';
}
export type NotificationKind = keyof NotificationFacts;

/**
 * Everything that can wait for somebody, and the permission without which nobody is told of it: what somebody is to do
 * takes the permission to do it. About which records they are told (those of their own centres, say) the query decides.
 */
export const NOTIFICATION_PERMISSIONS = {
  ROUND_OPENED: 'round:write',
  ROUND_DUE_IN_WEEK: 'round:write',
  ROUND_DUE_IN_DAY: 'round:write',
  ROUND_LATE: 'round:write',
  ROUND_SUBMITTED: 'round:decide',
  ROUND_RETURNED: 'round:write',
  REPORT_SUBMITTED: 'report:write',
  FOLLOW_UP_DUE: 'note:read',
  MENTIONED: 'comment:read',
  IMPORT_DONE: 'import:read',
  IMPORT_REJECTED: 'import:read',
  IMPORT_FAILED: 'import:read',
  DUPLICATE_FOUND: 'duplicate:read',
  REGISTER_DIFFERS: 'register-proposal:write',
  TARGET_BEHIND: 'target:read',
  TARGET_MISSED: 'target:read',
  MAIL_GIVEN_UP: 'user:write',
} as const satisfies Record<NotificationKind, Permission>;

export const NOTIFICATION_KINDS = Object.keys(NOTIFICATION_PERMISSIONS) as [
  NotificationKind,
  ...NotificationKind[],
];

/** What is wrong with mail is not told by mail. */
export const MAILED_KINDS: readonly NotificationKind[] = NOTIFICATION_KINDS.filter(
  (kind) => kind !== 'MAIL_GIVEN_UP',
);

/** When somebody gets by mail what waits for them. */
export const MAIL_TIMES = ['NEVER', 'AT_ONCE', 'DAILY', 'WEEKLY'] as const;
export type MailTime = (typeof MAIL_TIMES)[number];
