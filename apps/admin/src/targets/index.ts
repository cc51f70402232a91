import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';

export const targets: ResourceProps = {
  name: 'targets',
  list: lazy(() => import('./TargetList')),
  show: lazy(() => import('./TargetShow')),
  create: lazy(() => import('./TargetCreate')),
  edit: lazy(() => import('./TargetEdit')),
};
