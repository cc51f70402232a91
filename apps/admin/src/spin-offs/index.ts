import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';

export const spinOffs: ResourceProps = {
  name: 'spin-offs',
  list: lazy(() => import('./SpinOffList')),
  show: lazy(() => import('./SpinOffShow')),
  create: lazy(() => import('./SpinOffCreate')),
  edit: lazy(() => import('./SpinOffEdit')),
  recordRepresentation: 'name',
};
