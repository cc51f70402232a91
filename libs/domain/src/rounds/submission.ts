import type { Permission } from '../access/permissions';
import type { Lifecycle } from '../lifecycle';

/** How far a centre is with a round. */
export const SUBMISSION_STATUSES = ['OPEN', 'SUBMITTED', 'ACCEPTED', 'RETURNED'] as const;
export type SubmissionStatus = (typeof SUBMISSION_STATUSES)[number];

export const SUBMISSION_ACTIONS = ['submit', 'accept', 'return'] as const;
export type SubmissionAction = (typeof SUBMISSION_ACTIONS)[number];

/** Accepting locks the quarter, so nothing leads away from it: a correction afterwards gives its reason instead. */
export const SUBMISSION_LIFE = {
  submit: { from: ['OPEN', 'RETURNED'], to: 'SUBMITTED' },
  accept: { from: ['SUBMITTED'], to: 'ACCEPTED' },
  return: { from: ['SUBMITTED'], to: 'RETURNED' },
} as const satisfies Lifecycle<SubmissionStatus, SubmissionAction>;

export const SUBMISSION_PERMISSIONS = {
  submit: 'round:write',
  accept: 'round:decide',
  return: 'round:decide',
} as const satisfies Record<SubmissionAction, Permission>;

/** What a coordinator says of a participation in a round. */
export const ROUND_ANSWERS = ['CONFIRMED', 'ENDED'] as const;
export type RoundAnswer = (typeof ROUND_ANSWERS)[number];
