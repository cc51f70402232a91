import type { ResourceProps } from 'react-admin';
import { lazyWithWords } from '../i18n/later-words';

export const apiTokens: ResourceProps = {
  name: 'api-tokens',
  list: lazyWithWords(() => import('./ApiTokenList')),
};
