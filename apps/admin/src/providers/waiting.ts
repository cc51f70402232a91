import type { Schemas } from '@fieldlab/api-client';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { request } from './http';

export const WAITING = ['notifications'];
/** How late a reader who goes about may know of something. */
const FRESH_MS = 120_000;

/** What waits for the reader. */
export const useWaiting = (): UseQueryResult<Schemas['Notifications']> =>
  useQuery({
    queryKey: WAITING,
    queryFn: () => request('GET', '/notifications', { isUntold: true }),
    staleTime: FRESH_MS,
    refetchOnWindowFocus: true,
    retry: false,
  });

/**
 * Asks again when the reader goes to another page; coming back to the window does so too. Never by a timer: a page that
 * nobody sits at would keep its session for ever.
 */
export function useWaitingAskedAgain(page: string): void {
  const client = useQueryClient();
  useEffect(() => {
    void client.refetchQueries({ queryKey: WAITING, stale: true }, { cancelRefetch: false });
  }, [client, page]);
}
