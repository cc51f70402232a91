import type { ResourceProps } from 'react-admin';
import { activities } from '../activities';
import { apiTokens } from '../api-tokens';
import { auditEvents } from '../audit-events';
import { centres } from '../centres';
import { companies } from '../companies';
import { investments } from '../investments';
import { notes } from '../notes';
import { outcomes } from '../outcomes';
import { participations } from '../participations';
import { spinOffs } from '../spin-offs';
import { targets } from '../targets';
import { users } from '../users';

/** Whatever has a list; the menu shows what brings an icon as part of the register, in this order. */
export const RESOURCES: readonly ResourceProps[] = [
  companies,
  centres,
  participations,
  activities,
  investments,
  spinOffs,
  outcomes,
  notes,
  targets,
  users,
  apiTokens,
  auditEvents,
];
