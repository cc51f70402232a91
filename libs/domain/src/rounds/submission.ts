import type { Permission } from '../access/permissions';
import type { Lifecycle } from '../lifecycle';

/** How far a centre is with a round. */
export const SUBMISSION_STATUSES = ['OPEN', 'SUBMITTED', 'ACCEPTED', 'RETURNED'] as const;
export type SubmissionStatus = (typeof SUBMISSION_STATUSES)[number];

export const SUBMISSION_ACTIONS = ['submit', 'withdraw', 'accept', 'return', 'reopen'] as const;
export type SubmissionAction = (typeof SUBMISSION_ACTIONS)[number];

/**
 * Each is taken back as long as nothing was built on it: a submission until somebody decided, a decision until the
 * centre submitted again. Who withdraws what had been returned gets that back, with its remark.
 */
export const SUBMISSION_LIFE = {
  submit: { from: ['OPEN', 'RETURNED'], to: 'SUBMITTED' },
  withdraw: { from: ['SUBMITTED'], to: 'OPEN' },
  accept: { from: ['SUBMITTED'], to: 'ACCEPTED' },
  return: { from: ['SUBMITTED'], to: 'RETURNED' },
  reopen: { from: ['ACCEPTED', 'RETURNED'], to: 'SUBMITTED' },
} as const satisfies Lifecycle<SubmissionStatus, SubmissionAction>;

export const SUBMISSION_PERMISSIONS = {
  submit: 'round:write',
  withdraw: 'round:write',
  accept: 'round:decide',
  return: 'round:decide',
  reopen: 'round:decide',
} as const satisfies Record<SubmissionAction, Permission>;

/** What a coordinator says of a participation in a round. */
export const ROUND_ANSWERS = ['CONFIRMED', 'ENDED'] as const;
export type RoundAnswer = (typeof ROUND_ANSWERS)[number];
