import { unwrap } from '@fieldlab/api-client';
import type { Breakdown, CountBy, Figure, FiguresAnswer, FigureValue, PlacesAs } from '@fieldlab/domain';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useLanguage } from '../i18n/use-t';
import { api } from './api';
import { withHttpErrors } from './http';

export interface FiguresQuery {
  asOf?: string | undefined;
  from?: string | undefined;
  knownAt?: string | undefined;
  scope?: string | undefined;
  by?: Breakdown | undefined;
  sectorVersion?: string | undefined;
  placesAs?: PlacesAs | undefined;
  countBy?: CountBy | undefined;
  indicator?: readonly string[] | undefined;
}

/** What is asked, as it stands in an address: without what is empty. */
export const askedQuery = (asked: object): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== undefined && value !== '' && value !== null),
  );

/** What was answered a moment ago may not be what is so now: any write changes figures, and no list says which. */
export const CHANGES_WITH_ANY_WRITE = 0;

/** Figures on a date; cell labels come in the reader's language. */
export function useFigures(asked: FiguresQuery, isOn = true): UseQueryResult<FiguresAnswer> {
  const language = useLanguage();
  return useQuery({
    queryKey: ['figures', asked, language],
    queryFn: ({ signal }) => getFigures(asked, signal),
    placeholderData: keepPreviousData,
    staleTime: CHANGES_WITH_ANY_WRITE,
    enabled: isOn,
  });
}

/** What the register answers to it. */
export function getFigures(asked: FiguresQuery, signal?: AbortSignal): Promise<FiguresAnswer> {
  const query = askedQuery(asked);
  return withHttpErrors(unwrap(api.GET('/api/v1/figures', { params: { query }, ...(signal && { signal }) })));
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
