import { useGetList, type RaRecord } from 'react-admin';
import { useMemo } from 'react';
import { useDebounced } from '../../use-debounced';
import { ranked, searchText, type Ranked } from './match';

const SHOWN = 20;

export interface Searched {
  resource: string;
  filter?: Readonly<Record<string, unknown>> | undefined;
  /** How much must be typed before the search begins; by default all records are there to choose from at once. */
  searchFrom?: number | undefined;
}

export interface Hits<T> extends Ranked<T> {
  /** What was typed has no answer yet. */
  isSearching: boolean;
  /** There are hits, or there are truly none. */
  isKnown: boolean;
  hasFailed: boolean;
}

/** What the server finds for what is being typed, the best first. */
export function useHits<T extends RaRecord<string>>(
  { resource, filter, searchFrom = 0 }: Searched,
  typed: string,
  nameOf: (record: T) => string,
): Hits<T> {
  const text = typed.trim();
  const q = useDebounced(text, 180);
  const enabled = q.length >= searchFrom;
  const { data, isFetching, error } = useGetList<T>(
    resource,
    // In no order of its own: then the server puts the best finds first.
    {
      filter: { ...filter, q: searchText(q) },
      pagination: { page: 1, perPage: SHOWN },
      sort: { field: 'id', order: 'ASC' },
    },
    { enabled, retry: false },
  );
  const found = useMemo(() => ranked(q, data ?? [], nameOf), [q, data, nameOf]);
  const hasFailed = error !== null;
  const isKnown = text === q && !isFetching && data !== undefined;
  const isSearching = text !== '' && (text !== q || isFetching || (enabled && !isKnown && !hasFailed));
  return { ...found, isKnown, isSearching, hasFailed };
}
