import type { FigureMember } from '@fieldlab/domain';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { askedQuery, type FiguresQuery } from './figures';
import { request } from './http';
import { recordPath } from './record-path';

export interface MembersAsked extends Omit<FiguresQuery, 'indicator'> {
  indicator: string;
  key?: string | undefined;
  page: number;
  perPage: number;
}

export function useMembers({
  indicator,
  ...query
}: MembersAsked): UseQueryResult<{ data: FigureMember[]; total: number }> {
  return useQuery({
    queryKey: ['figures', indicator, 'members', query],
    queryFn: ({ signal }) =>
      request<{ data: FigureMember[]; total: number }>(
        'GET',
        `/figures/${encodeURIComponent(indicator)}/members`,
        {
          query: askedQuery({ ...query, records: 'true' }),
          signal,
        },
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** A pair leads to the participations of that company in that centre; an attendance to its activity. */
export function memberPath({ resource, id }: Pick<FigureMember, 'resource' | 'id'>): string {
  const [companyId, centreId] = id.split(':');
  if (centreId !== undefined)
    return `/participations?filter=${encodeURIComponent(JSON.stringify({ companyId, centreId }))}`;
  return recordPath(resource, id);
}
