import EmojiObjectsIcon from '@mui/icons-material/EmojiObjectsOutlined';
import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';
import { lazyWithWords } from '../i18n/later-words';
import { formPages } from '../ui/forms/form-pages';

export const outcomes: ResourceProps = {
  name: 'outcomes',
  icon: EmojiObjectsIcon,
  list: lazy(() => import('./OutcomeList')),
  show: lazyWithWords(() => import('./OutcomeShow')),
  ...formPages({
    resource: 'outcomes',
    inputs: () => import('./OutcomeInputs'),
    defaultValues: { quantity: 1, claimLevel: 'SELF_REPORTED' },
  }),
};
