import { unwrap, type Schemas } from '@fieldlab/api-client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from './api';
import { withHttpErrors } from './http';

export type RegisteredName = Schemas['RegisteredNames']['data'][number];
export type RegisteredCompany = Schemas['RegisteredCompany'];

/** Companies in the Dutch trade register, by name or number; nothing is asked for an empty question. */
export const useRegisteredNames = (q: string): UseQueryResult<RegisteredName[]> =>
  useQuery({
    queryKey: ['registered-companies', q],
    queryFn: async ({ signal }) =>
      (
        await withHttpErrors(
          unwrap(api.GET('/api/v1/registered-companies', { params: { query: { q } }, signal })),
        )
      ).data,
    enabled: q.length >= 2,
    retry: false,
    staleTime: Infinity,
  });

/** What the trade register says of one company. */
export const readRegisteredCompany = (number: string): Promise<RegisteredCompany> =>
  withHttpErrors(unwrap(api.GET('/api/v1/registered-companies/{number}', { params: { path: { number } } })));
