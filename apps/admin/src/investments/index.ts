import EuroIcon from '@mui/icons-material/EuroOutlined';
import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';
import { lazyWithWords } from '../i18n/later-words';
import { formPages } from '../ui/forms/form-pages';

export const investments: ResourceProps = {
  name: 'investments',
  icon: EuroIcon,
  list: lazy(() => import('./InvestmentList')),
  show: lazyWithWords(() => import('./InvestmentShow')),
  ...formPages({
    resource: 'investments',
    inputs: () => import('./InvestmentInputs'),
    defaultValues: { status: 'REALISED', form: 'CASH' },
  }),
};
