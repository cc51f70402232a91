import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';

export const participations: ResourceProps = {
  name: 'participations',
  list: lazy(() => import('./ParticipationList')),
  show: lazy(() => import('./ParticipationShow')),
  create: lazy(() => import('./ParticipationCreate')),
  edit: lazy(() => import('./ParticipationEdit')),
  recordRepresentation: 'companyName',
};
