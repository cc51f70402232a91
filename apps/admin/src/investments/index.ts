import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';
import { lazyWithWords } from '../i18n/later-words';

export const investments: ResourceProps = {
  name: 'investments',
  list: lazy(() => import('./InvestmentList')),
  show: lazyWithWords(() => import('./InvestmentShow')),
  create: lazy(() => import('./InvestmentCreate')),
  edit: lazy(() => import('./InvestmentEdit')),
  recordRepresentation: 'centreName',
};
