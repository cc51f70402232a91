import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';

export const investments: ResourceProps = {
  name: 'investments',
  list: lazy(() => import('./InvestmentList')),
  show: lazy(() => import('./InvestmentShow')),
  create: lazy(() => import('./InvestmentCreate')),
  edit: lazy(() => import('./InvestmentEdit')),
  recordRepresentation: 'centreName',
};
