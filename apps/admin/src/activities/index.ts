import EventIcon from '@mui/icons-material/EventOutlined';
import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';
import { formPages } from '../ui/forms/form-pages';

export const activities: ResourceProps = {
  name: 'activities',
  icon: EventIcon,
  list: lazy(() => import('./ActivityList')),
  show: lazy(() => import('./ActivityShow')),
  ...formPages({
    resource: 'activities',
    inputs: () => import('./ActivityInputs'),
  }),
};
