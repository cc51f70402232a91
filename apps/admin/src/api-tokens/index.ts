import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';

export const apiTokens: ResourceProps = {
  name: 'api-tokens',
  list: lazy(() => import('./ApiTokenList')),
};
