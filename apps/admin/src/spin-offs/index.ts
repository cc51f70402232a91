import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';
import { lazyWithWords } from '../i18n/later-words';

export const spinOffs: ResourceProps = {
  name: 'spin-offs',
  list: lazy(() => import('./SpinOffList')),
  show: lazyWithWords(() => import('./SpinOffShow')),
  create: lazy(() => import('./SpinOffCreate')),
  edit: lazy(() => import('./SpinOffEdit')),
  recordRepresentation: 'name',
};
