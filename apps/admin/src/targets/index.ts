import type { ResourceProps } from 'react-admin';
import { lazyWithWords } from '../i18n/later-words';

export const targets: ResourceProps = {
  name: 'targets',
  list: lazyWithWords(() => import('./TargetList')),
  show: lazyWithWords(() => import('./TargetShow')),
  create: lazyWithWords(() => import('./TargetCreate')),
  edit: lazyWithWords(() => import('./TargetEdit')),
};
