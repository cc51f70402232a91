import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';

export const notes: ResourceProps = {
  name: 'notes',
  list: lazy(() => import('./NoteList')),
};
