import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';

export const outcomes: ResourceProps = {
  name: 'outcomes',
  list: lazy(() => import('./OutcomeList')),
  show: lazy(() => import('./OutcomeShow')),
  create: lazy(() => import('./OutcomeCreate')),
  edit: lazy(() => import('./OutcomeEdit')),
  recordRepresentation: 'title',
};
