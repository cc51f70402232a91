import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';
import { lazyWithWords } from '../i18n/later-words';

export const outcomes: ResourceProps = {
  name: 'outcomes',
  list: lazy(() => import('./OutcomeList')),
  show: lazyWithWords(() => import('./OutcomeShow')),
  create: lazy(() => import('./OutcomeCreate')),
  edit: lazy(() => import('./OutcomeEdit')),
  recordRepresentation: 'title',
};
