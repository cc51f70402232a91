import type { ResourceProps } from 'react-admin';
import { lazyWithWords } from '../i18n/later-words';
import type { Target } from '../providers/records';
import { formPages } from '../ui/forms/form-pages';

export const targets: ResourceProps = {
  name: 'targets',
  list: lazyWithWords(() => import('./TargetList')),
  show: lazyWithWords(() => import('./TargetShow')),
  ...formPages<Target>({
    resource: 'targets',
    inputs: () => import('./TargetInputs'),
    defaultValues: { scope: 'programme' },
  }),
};
