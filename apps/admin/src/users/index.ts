import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';

export const users: ResourceProps = {
  name: 'users',
  list: lazy(() => import('./UserList')),
  create: lazy(() => import('./UserCreate')),
  edit: lazy(() => import('./UserEdit')),
  recordRepresentation: 'name',
};
