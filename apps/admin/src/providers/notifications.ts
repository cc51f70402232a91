import { unwrap, type Schemas } from '@fieldlab/api-client';
import type { MailTime } from '@fieldlab/domain';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api } from './api';
import { withHttpErrors } from './http';
import { WAITING } from './waiting';

export type Notification = Schemas['Notifications']['data'][number];

const SETTINGS = ['notification-settings'];
const FEED = ['calendar-feed'];

/** Notes that these were opened, or all; the page shows it at once. */
export function useReadNotifications(): (ids?: string[]) => Promise<void> {
  const client = useQueryClient();
  return async (ids) => {
    await withHttpErrors(unwrap(api.POST('/api/v1/notifications/read', { body: ids ? { ids } : {} })));
    await client.invalidateQueries({ queryKey: WAITING });
  };
}

export const useMailTime = (): UseQueryResult<{ mail: MailTime }> =>
  useQuery({
    queryKey: SETTINGS,
    queryFn: () => withHttpErrors(unwrap(api.GET('/api/v1/notification-settings'))),
  });

export function useMailTimeChange(): UseMutationResult<unknown, Error, MailTime> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (mail: MailTime) =>
      withHttpErrors(unwrap(api.PATCH('/api/v1/notification-settings', { body: { mail } }))),
    onSuccess: () => client.invalidateQueries({ queryKey: SETTINGS }),
  });
}

export const useCalendarFeed = (): UseQueryResult<Schemas['CalendarFeed']> =>
  useQuery({
    queryKey: FEED,
    queryFn: () => withHttpErrors(unwrap(api.GET('/api/v1/calendar-feed'))),
  });

/** A new secret address, in the place of the one before. */
export function useCalendarFeedRenewal(): UseMutationResult<Schemas['NewCalendarFeed'], Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => withHttpErrors(unwrap(api.POST('/api/v1/calendar-feed'))),
    onSuccess: () => client.invalidateQueries({ queryKey: FEED }),
  });
}

export function useCalendarFeedEnd(): UseMutationResult<unknown, Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => withHttpErrors(unwrap(api.DELETE('/api/v1/calendar-feed'))),
    onSuccess: () => client.invalidateQueries({ queryKey: FEED }),
  });
}
