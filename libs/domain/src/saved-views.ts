import { z } from 'zod';
import type { Permission } from './access/permissions';
import { saying } from './errors/fault';
import { plainText } from './register/define';

/** What views are kept of, and the permission without which nobody opens one: the lists, and the overview. */
export const VIEWED_RESOURCES = {
  overview: 'figure:read',
  companies: 'company:read',
  centres: 'centre:read',
  participations: 'participation:read',
  activities: 'activity:read',
  investments: 'investment:read',
  'spin-offs': 'spin-off:read',
  outcomes: 'outcome:read',
  notes: 'note:read',
  imports: 'import:read',
  users: 'user:read',
  'api-tokens': 'api-token:read',
  'audit-events': 'audit:read',
} as const satisfies Record<string, Permission>;
export type ViewedResource = keyof typeof VIEWED_RESOURCES;

export const VIEWED_RESOURCE_NAMES = Object.keys(VIEWED_RESOURCES) as [ViewedResource, ...ViewedResource[]];

/** Views that one person keeps. */
export const MOST_VIEWS = 50;
/** In characters. */
export const LONGEST_VIEW_NAME = 80;
/** Of a state as JSON, in characters. */
const LONGEST_VIEW_STATE = 4_000;

const MOST_FILTERS = 40;
const MOST_CHOSEN = 100;
const MOST_COLUMNS = 80;

const source = z.string().regex(/^[A-Za-z][A-Za-z0-9_.]{0,59}$/, saying('WRONG_TYPE'));
const value = z.union([plainText(500), z.number(), z.boolean()]);

/** How a list or the overview is looked at: never what was seen there. */
export const viewStateSchema = z
  .strictObject({
    filter: z
      .record(source, z.union([value, z.array(value).max(MOST_CHOSEN)]))
      .refine(
        (filter) => Object.keys(filter).length <= MOST_FILTERS,
        saying('TOO_MANY', { most: String(MOST_FILTERS) }),
      )
      .default({})
      .describe('What is asked for, search words (q) included; of the overview its dates.'),
    sort: z
      .strictObject({ field: source, order: z.enum(['ASC', 'DESC']) })
      .nullable()
      .default(null),
    columns: z
      .array(source)
      .max(MOST_COLUMNS)
      .nullable()
      .default(null)
      .describe('Those that show, in their order; null leaves them as they are.'),
  })
  .refine(
    (state) => JSON.stringify(state).length <= LONGEST_VIEW_STATE,
    saying('TOO_LONG', { most: String(LONGEST_VIEW_STATE) }),
  )
  .meta({ id: 'ViewState' });
export type ViewState = z.output<typeof viewStateSchema>;

/** Where somebody comes in: as their role does, at the overview, or at a view. */
export const START_CHOICES = ['ROLE', 'OVERVIEW', 'VIEW'] as const;
export type StartChoice = (typeof START_CHOICES)[number];
