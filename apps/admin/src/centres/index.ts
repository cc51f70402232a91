import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';

export const centres: ResourceProps = {
  name: 'centres',
  list: lazy(() => import('./CentreList')),
  show: lazy(() => import('./CentreShow')),
  create: lazy(() => import('./CentreCreate')),
  edit: lazy(() => import('./CentreEdit')),
  recordRepresentation: 'name',
};
