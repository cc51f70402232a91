import { unwrap, type Schemas } from '@fieldlab/api-client';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from './api';
import { CHANGES_WITH_ANY_WRITE } from './figures';
import { withHttpErrors } from './http';

export type TargetState = Schemas['TargetProgress']['data'][number];

/** Where every target stands on a day. */
export function useTargetProgress(asOf: string): UseQueryResult<Schemas['TargetProgress']> {
  return useQuery({
    queryKey: ['targets', 'progress', asOf],
    queryFn: ({ signal }) =>
      withHttpErrors(unwrap(api.GET('/api/v1/targets/progress', { params: { query: { asOf } }, signal }))),
    placeholderData: keepPreviousData,
    staleTime: CHANGES_WITH_ANY_WRITE,
  });
}
