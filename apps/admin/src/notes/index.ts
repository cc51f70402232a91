import FactCheckIcon from '@mui/icons-material/FactCheckOutlined';
import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';

export const notes: ResourceProps = {
  name: 'notes',
  icon: FactCheckIcon,
  list: lazy(() => import('./NoteList')),
};
