import HandshakeIcon from '@mui/icons-material/HandshakeOutlined';
import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';
import { lazyWithWords } from '../i18n/later-words';
import { formPages } from '../ui/forms/form-pages';

export const participations: ResourceProps = {
  name: 'participations',
  icon: HandshakeIcon,
  list: lazy(() => import('./ParticipationList')),
  show: lazyWithWords(() => import('./ParticipationShow')),
  ...formPages({
    resource: 'participations',
    inputs: () => import('./ParticipationInputs'),
  }),
};
