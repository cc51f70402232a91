import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';

export const companies: ResourceProps = {
  name: 'companies',
  list: lazy(() => import('./CompanyList')),
  show: lazy(() => import('./CompanyShow')),
  create: lazy(() => import('./CompanyCreate')),
  edit: lazy(() => import('./CompanyEdit')),
  recordRepresentation: 'name',
};
