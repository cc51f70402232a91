import type { Schemas } from '@fieldlab/api-client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { request } from './http';

export const WAITING = ['notifications'];
/** How late a page that stays open may know of something. */
const EVERY_MS = 120_000;

/** What waits for the reader; asked again while the page is open. */
export const useWaiting = (): UseQueryResult<Schemas['Notifications']> =>
  useQuery({
    queryKey: WAITING,
    queryFn: () => request('GET', '/notifications', { isUntold: true }),
    refetchInterval: EVERY_MS,
    retry: false,
  });
