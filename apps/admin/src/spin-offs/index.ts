import RocketIcon from '@mui/icons-material/RocketLaunchOutlined';
import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';
import { lazyWithWords } from '../i18n/later-words';
import { formPages } from '../ui/forms/form-pages';

export const spinOffs: ResourceProps = {
  name: 'spin-offs',
  icon: RocketIcon,
  list: lazy(() => import('./SpinOffList')),
  show: lazyWithWords(() => import('./SpinOffShow')),
  ...formPages({
    resource: 'spin-offs',
    inputs: () => import('./SpinOffInputs'),
    defaultValues: { claimLevel: 'SELF_REPORTED' },
  }),
};
