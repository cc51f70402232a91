import type { ResourceProps } from 'react-admin';
import { lazyWithWords } from '../i18n/later-words';

export const users: ResourceProps = {
  name: 'users',
  list: lazyWithWords(() => import('./UserList')),
  create: lazyWithWords(() => import('./UserCreate')),
  edit: lazyWithWords(() => import('./UserEdit')),
  recordRepresentation: 'name',
};
