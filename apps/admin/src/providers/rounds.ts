import { unwrap, type Schemas } from '@fieldlab/api-client';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api } from './api';
import { withHttpErrors } from './http';
import { reasonQuery } from './reason';

export type Round = Schemas['Round'];
export type RoundBoard = Schemas['RoundBoard'];
export type BoardLine = RoundBoard['board'][number];
export type Submission = Schemas['RoundSubmission'];
export type RoundParticipation = Submission['participations'][number];
export type SubmitInput = Schemas['RoundSubmit'];

const KEY = 'rounds';
/** More than anybody scrolls through: 25 years of quarters. */
const MOST = 100;

export function useRounds(isOn = true): UseQueryResult<{ data: Round[]; total: number }> {
  return useQuery({
    queryKey: [KEY],
    queryFn: ({ signal }) =>
      withHttpErrors(unwrap(api.GET('/api/v1/rounds', { params: { query: { perPage: MOST } }, signal }))),
    enabled: isOn,
    retry: false,
  });
}

export function useRound(id: string): UseQueryResult<RoundBoard> {
  return useQuery({
    queryKey: [KEY, id],
    queryFn: ({ signal }) =>
      withHttpErrors(unwrap(api.GET('/api/v1/rounds/{id}', { params: { path: { id } }, signal }))),
    retry: false,
  });
}

export interface Place {
  id: string;
  centreId: string;
}

export function useSubmission(place: Place): UseQueryResult<Submission> {
  return useQuery({
    queryKey: [KEY, place.id, place.centreId],
    queryFn: ({ signal }) =>
      withHttpErrors(
        unwrap(api.GET('/api/v1/rounds/{id}/centres/{centreId}', { params: { path: place }, signal })),
      ),
    retry: false,
  });
}

/** What can be done in rounds; whatever it changes is read again. */
export function useRoundActions() {
  const client = useQueryClient();
  const done = async <T>(pending: Promise<T>): Promise<T> => {
    const answer = await withHttpErrors(pending);
    // Ended participations change lists and figures as well.
    await client.invalidateQueries();
    return answer;
  };
  const at = ({ id, centreId }: Place) => ({ params: { path: { id, centreId } } });
  return {
    open: (body: Schemas['RoundCreate']) => done(unwrap(api.POST('/api/v1/rounds', { body }))),
    moveDue: ({ id, version }: Round, dueOn: string) =>
      done(
        unwrap(
          api.PATCH('/api/v1/rounds/{id}', {
            params: { path: { id }, header: { 'If-Match': `"${version}"` } },
            body: { dueOn },
          }),
        ),
      ),
    remind: (id: string, centreIds?: string[]) =>
      done(
        unwrap(
          api.POST('/api/v1/rounds/{id}/reminders', {
            params: { path: { id } },
            body: centreIds ? { centreIds } : {},
          }),
        ),
      ),
    submit: (place: Place, body: SubmitInput) =>
      done(unwrap(api.POST('/api/v1/rounds/{id}/centres/{centreId}/submit', { ...at(place), body }))),
    withdraw: (place: Place) =>
      done(unwrap(api.POST('/api/v1/rounds/{id}/centres/{centreId}/withdraw', at(place)))),
    /** Why says whoever undoes at once; of what was accepted it is asked for where it is not given. */
    reopen: (place: Place, reason = '') =>
      done(
        unwrap(
          api.POST('/api/v1/rounds/{id}/centres/{centreId}/reopen', {
            params: { path: at(place).params.path, query: reasonQuery(reason) },
          }),
        ),
      ),
    accept: (place: Place) =>
      done(unwrap(api.POST('/api/v1/rounds/{id}/centres/{centreId}/accept', at(place)))),
    return: (place: Place, remark: string) =>
      done(
        unwrap(api.POST('/api/v1/rounds/{id}/centres/{centreId}/return', { ...at(place), body: { remark } })),
      ),
  };
}
