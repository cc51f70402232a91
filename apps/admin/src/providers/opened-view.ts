import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { request } from './http';
import type { SavedView } from './view-path';

export const VIEWS = 'saved-views';

/** The view that the address names; nothing where it is gone, or not for this reader. */
export function useOpenedView(): SavedView | undefined {
  const id = useSearchParams()[0].get('view');
  const { data } = useQuery({
    queryKey: [VIEWS, id],
    queryFn: () =>
      request<SavedView>('GET', `/saved-views/${encodeURIComponent(id ?? '')}`, { isUntold: true }),
    enabled: id !== null,
    retry: false,
  });
  return id === null ? undefined : data;
}
