import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';
import { lazyWithWords } from '../i18n/later-words';

export const companies: ResourceProps = {
  name: 'companies',
  list: lazy(() => import('./CompanyList')),
  show: lazyWithWords(() => import('./CompanyShow')),
  create: lazyWithWords(() => import('./CompanyCreate')),
  edit: lazyWithWords(() => import('./CompanyEdit')),
  recordRepresentation: 'name',
};
