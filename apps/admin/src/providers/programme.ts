import { useQuery } from '@tanstack/react-query';
import { request } from './http';

interface Programme {
  name: string;
  startedOn: string;
}

/** The programme that this installation is for; undefined while there is none. */
export function useProgramme(): Programme | undefined {
  const { data } = useQuery({
    queryKey: ['programme'],
    queryFn: () => request<Programme>('GET', '/programme', { isUntold: true }),
    staleTime: 5 * 60_000,
    retry: false,
  });
  return data;
}
