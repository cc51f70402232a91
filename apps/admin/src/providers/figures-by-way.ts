import type { Breakdown, Figure } from '@fieldlab/domain';
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useLanguage } from '../i18n/use-t';
import { getFigures, type FiguresQuery } from './figures';

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
