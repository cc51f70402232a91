import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';

export const activities: ResourceProps = {
  name: 'activities',
  list: lazy(() => import('./ActivityList')),
  show: lazy(() => import('./ActivityShow')),
  create: lazy(() => import('./ActivityCreate')),
  edit: lazy(() => import('./ActivityEdit')),
  recordRepresentation: 'title',
};
