import { unwrap, type Schemas } from '@fieldlab/api-client';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from './api';
import { CHANGES_WITH_ANY_WRITE } from './figures';
import { withHttpErrors } from './http';

export type Series = Schemas['FigureSeries'];
export interface SeriesAsked {
  indicator: string;
  scope: string;
  every: 'quarter' | 'year';
}

/** A figure at the end of every period up to now. */
export function useSeries(asked: SeriesAsked): UseQueryResult<Series> {
  return useQuery({
    queryKey: ['figures', 'series', asked],
    queryFn: ({ signal }) =>
      withHttpErrors(unwrap(api.GET('/api/v1/figures/series', { params: { query: asked }, signal }))),
    placeholderData: keepPreviousData,
    staleTime: CHANGES_WITH_ANY_WRITE,
  });
}
