import type { Permission } from './access/permissions';

/** What comments are written on, and the permission without which nobody sees it, nor what is said about it. */
export const COMMENTED_RESOURCES = {
  centres: 'centre:read',
  companies: 'company:read',
  participations: 'participation:read',
  activities: 'activity:read',
  investments: 'investment:read',
  'spin-offs': 'spin-off:read',
  outcomes: 'outcome:read',
  targets: 'target:read',
  /** Of a round the part of one centre. */
  rounds: 'round:read',
  comparisons: 'report:read',
  reports: 'report:read',
} as const satisfies Record<string, Permission>;
export type CommentedResource = keyof typeof COMMENTED_RESOURCES;

export const COMMENTED_RESOURCE_NAMES = Object.keys(COMMENTED_RESOURCES) as [
  CommentedResource,
  ...CommentedResource[],
];

/** In characters. */
export const LONGEST_COMMENT = 2_000;
/** People whom one comment names. */
export const MOST_MENTIONED = 20;
