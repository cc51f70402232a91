import { unwrap, type Schemas } from '@fieldlab/api-client';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api } from './api';
import { withHttpErrors } from './http';
import type { Place } from './rounds';

export type Statements = Schemas['ParticipationStatements'];
export type Statement = Statements['data'][number];

const KEY = 'statements';
const at = ({ id, centreId }: Place) => ({ id, centreId });

/** What companies said of their own participation in a round. */
export const useStatements = (place: Place): UseQueryResult<Statements> =>
  useQuery({
    queryKey: [KEY, place.id, place.centreId],
    queryFn: ({ signal }) =>
      withHttpErrors(
        unwrap(
          api.GET('/api/v1/rounds/{id}/centres/{centreId}/statements', {
            params: { path: at(place) },
            signal,
          }),
        ),
      ),
    retry: false,
  });

/** Asks companies, and decides on what they said; whatever it changes is read again. */
export function useStatementActions(place: Place) {
  const client = useQueryClient();
  const done = async <T>(pending: Promise<T>): Promise<T> => {
    const answer = await withHttpErrors(pending);
    await client.invalidateQueries();
    return answer;
  };
  const path = ({ participationId }: Statement) => ({ ...at(place), participationId });
  return {
    ask: (participationIds: string[]) =>
      done(
        unwrap(
          api.POST('/api/v1/rounds/{id}/centres/{centreId}/statements', {
            params: { path: at(place) },
            body: { participationIds },
          }),
        ),
      ),
    accept: (statement: Statement) =>
      done(
        unwrap(
          api.POST('/api/v1/rounds/{id}/centres/{centreId}/statements/{participationId}/accept', {
            params: { path: path(statement), header: { 'If-Match': `"${statement.version}"` } },
          }),
        ),
      ),
    decline: (statement: Statement) =>
      done(
        unwrap(
          api.POST('/api/v1/rounds/{id}/centres/{centreId}/statements/{participationId}/decline', {
            params: { path: path(statement) },
          }),
        ),
      ),
    revoke: (statement: Statement) =>
      done(
        unwrap(
          api.DELETE('/api/v1/rounds/{id}/centres/{centreId}/statements/{participationId}/link', {
            params: { path: path(statement) },
          }),
        ),
      ),
  };
}
