import { unwrap, type Schemas } from '@fieldlab/api-client';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api } from './api';
import { withHttpErrors } from './http';

export type ParticipationLink = Schemas['ParticipationLink'];
export type Stated = Schemas['ParticipationCorrection'];

const keyOf = (token: string) => ['participation-link', token];

/** What a company is asked about by its link; reading it changes nothing. */
export const useParticipationLink = (token: string): UseQueryResult<ParticipationLink> =>
  useQuery({
    queryKey: keyOf(token),
    queryFn: ({ signal }) =>
      withHttpErrors(
        unwrap(api.GET('/api/v1/participation-links/{token}', { params: { path: { token } }, signal })),
      ),
    retry: false,
  });

/** States what it is; without anything, that it is as it is registered. */
export function useStatement(token: string): UseMutationResult<ParticipationLink, Error, Stated | undefined> {
  const client = useQueryClient();
  const params = { path: { token } };
  return useMutation({
    mutationFn: (stated: Stated | undefined) =>
      withHttpErrors(
        unwrap(
          stated
            ? api.POST('/api/v1/participation-links/{token}/correct', { params, body: stated })
            : api.POST('/api/v1/participation-links/{token}/confirm', { params }),
        ),
      ),
    onSuccess: (link) => client.setQueryData(keyOf(token), link),
  });
}
