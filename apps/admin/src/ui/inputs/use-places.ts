import { useQuery } from '@tanstack/react-query';
import { NETHERLANDS, type Places } from '@fieldlab/domain';

/** The towns of the country with their provinces, read when they are first asked for. */
export function usePlaces(): { places: Places | undefined; isLoading: boolean } {
  const { data: places, isLoading } = useQuery({
    queryKey: ['places', NETHERLANDS.country],
    queryFn: () => NETHERLANDS.places(),
    staleTime: Infinity,
    networkMode: 'always',
  });
  return { places, isLoading };
}
