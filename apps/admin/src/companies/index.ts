import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';
import { lazyWithWords } from '../i18n/later-words';

export const companies: ResourceProps = {
  name: 'companies',
  list: lazy(() => import('./CompanyList')),
  show: lazyWithWords(() => import('./CompanyShow')),
  create: lazy(() => import('./CompanyCreate')),
  edit: lazy(() => import('./CompanyEdit')),
  recordRepresentation: 'name',
};
