import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';
import { lazyWithWords } from '../i18n/later-words';

export const participations: ResourceProps = {
  name: 'participations',
  list: lazy(() => import('./ParticipationList')),
  show: lazyWithWords(() => import('./ParticipationShow')),
  create: lazy(() => import('./ParticipationCreate')),
  edit: lazy(() => import('./ParticipationEdit')),
  recordRepresentation: 'companyName',
};
