import { unwrap, type Schemas } from '@fieldlab/api-client';
import type { SealedEdition } from '@fieldlab/domain';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useLanguage } from '../i18n/use-t';
import { api } from './api';
import { withHttpErrors, request } from './http';

export type PublicReport = Schemas['PublicCatalogue']['data'][number];
export type CheckedNumbers = Schemas['CheckedNumbers'];
export type CheckedNumber = CheckedNumbers['numbers'][number];
export type NumberMatch = CheckedNumber['matches'][number];

/** The published reports, newest first. */
export function useCatalogue(): UseQueryResult<PublicReport[]> {
  return useQuery({
    queryKey: ['public'],
    queryFn: async ({ signal }) =>
      (await withHttpErrors(unwrap(api.GET('/api/v1/public/reports', { signal })))).data,
  });
}

/** A public edition: sealed, without members, small cells withheld. */
export function usePublicEdition(id: string, number: string): UseQueryResult<SealedEdition> {
  return useQuery({
    queryKey: ['public', id, number],
    queryFn: ({ signal }) =>
      request<SealedEdition>('GET', `/public/reports/${id}/editions/${number}`, { signal }),
    staleTime: Infinity,
    retry: false,
  });
}

/** Every number in a text with the published figures that it equals. */
export function useCheck(text: string): UseQueryResult<CheckedNumbers> {
  const language = useLanguage();
  return useQuery({
    queryKey: ['public', 'check', text, language],
    queryFn: ({ signal }) =>
      withHttpErrors(unwrap(api.POST('/api/v1/public/check', { body: { text }, signal }))),
    enabled: text.trim() !== '',
  });
}

/** The page of an edition, from its permanent address wherever that is served. */
export const editionPath = (id: string, edition: number): string =>
  `/public/reports/${id}/editions/${edition}`;
