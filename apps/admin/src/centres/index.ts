import HubIcon from '@mui/icons-material/HubOutlined';
import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';
import { formPages } from '../ui/forms/form-pages';

export const centres: ResourceProps = {
  name: 'centres',
  icon: HubIcon,
  list: lazy(() => import('./CentreList')),
  show: lazy(() => import('./CentreShow')),
  ...formPages({
    resource: 'centres',
    inputs: () => import('./CentreInputs'),
    defaultValues: { kind: 'FIELDLAB', technologies: [] },
  }),
};
