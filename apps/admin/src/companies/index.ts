import BusinessIcon from '@mui/icons-material/BusinessOutlined';
import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';
import { lazyWithWords } from '../i18n/later-words';
import { formPages } from '../ui/forms/form-pages';

export const companies: ResourceProps = {
  name: 'companies',
  icon: BusinessIcon,
  list: lazy(() => import('./CompanyList')),
  show: lazyWithWords(() => import('./CompanyShow')),
  ...formPages({
    resource: 'companies',
    inputs: () => import('./CompanyInputs'),
    defaultValues: { country: 'NL' },
  }),
};
