import { unwrap } from '@fieldlab/api-client';
import type { Breakdown, CountBy, Figure, FigureMember, FiguresAnswer, FigureValue } from '@fieldlab/domain';
import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useLanguage } from '../i18n/use-t';
import { api } from './api';
import { withHttpErrors, request } from './http';
import { recordPath } from './record-path';

export interface FiguresQuery {
  asOf?: string | undefined;
  from?: string | undefined;
  knownAt?: string | undefined;
  scope?: string | undefined;
  by?: Breakdown | undefined;
  sectorVersion?: string | undefined;
  countBy?: CountBy | undefined;
  indicator?: readonly string[] | undefined;
}

export interface MembersAsked extends Omit<FiguresQuery, 'indicator'> {
  indicator: string;
  key?: string | undefined;
  page: number;
  perPage: number;
}

/** What is asked, as it stands in an address: without what is empty. */
export const askedQuery = (asked: object): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== undefined && value !== '' && value !== null),
  );

/** Figures on a date; cell labels come in the reader's language. */
export function useFigures(asked: FiguresQuery, isOn = true): UseQueryResult<FiguresAnswer> {
  const language = useLanguage();
  return useQuery({
    queryKey: ['figures', asked, language],
    queryFn: ({ signal }) => getFigures(asked, signal),
    placeholderData: keepPreviousData,
    enabled: isOn,
  });
}

/** The same figures, broken down in several ways; those that have not come yet are not among them. */
export function useFiguresBy(
  asked: Omit<FiguresQuery, 'by'>,
  ways: readonly Breakdown[],
): { by: Breakdown; figures: Figure[] }[] {
  const language = useLanguage();
  const queries = ways.map((by) => ({
    queryKey: ['figures', 'ways', { ...asked, by }, language],
    queryFn: async ({ signal }: { signal: AbortSignal }) => ({
      by,
      figures: (await getFigures({ ...asked, by }, signal)).figures,
    }),
  }));
  return useQueries({ queries, combine: arrived });
}

const arrived = <T>(results: UseQueryResult<T>[]): T[] =>
  results.flatMap(({ data }) => (data === undefined ? [] : [data]));

function getFigures(asked: FiguresQuery, signal?: AbortSignal): Promise<FiguresAnswer> {
  const query = askedQuery(asked);
  return withHttpErrors(unwrap(api.GET('/api/v1/figures', { params: { query }, ...(signal && { signal }) })));
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
          query: askedQuery(query),
          signal,
        },
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export const figureOf = (answer: FiguresAnswer | undefined, code: string): Figure | undefined =>
  answer?.figures.find(({ indicator }) => indicator === code);

export const amountOf = (value: FigureValue | undefined): number => Number(value ?? 0);

/** The page with the records behind a figure, or behind one cell of it. */
export function membersPath(indicator: string, asked: FiguresQuery & { key?: string }): string {
  const { indicator: _all, ...query } = asked;
  return `/figures/${indicator}/members?${new URLSearchParams(askedQuery(query) as Record<string, string>).toString()}`;
}

/** The page of the figure itself. */
export function figurePath(indicator: string, { indicator: _all, knownAt, ...asked }: FiguresQuery): string {
  const { key: _cell, ...query } = asked as FiguresQuery & { key?: string };
  const text = askedQuery({ indicator, ...query, knownOn: knownAt?.slice(0, 10) }) as Record<string, string>;
  return `/figures?${new URLSearchParams(text).toString()}`;
}

/** A pair leads to the participations of that company in that centre; an attendance to its activity. */
export function memberPath({ resource, id }: Pick<FigureMember, 'resource' | 'id'>): string {
  const [companyId, centreId] = id.split(':');
  if (centreId !== undefined)
    return `/participations?filter=${encodeURIComponent(JSON.stringify({ companyId, centreId }))}`;
  return recordPath(resource, id);
}
