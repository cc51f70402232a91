import { unwrap, type Schemas } from '@fieldlab/api-client';
import type { Role, ViewedResource, ViewState } from '@fieldlab/domain';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api } from './api';
import { withHttpErrors } from './http';
import { VIEWS } from './opened-view';
import type { SavedView } from './view-path';

const STARTS = 'starts';

/** One's own views and what colleagues share, of one list or of all. */
export const useSavedViews = (resource?: ViewedResource): UseQueryResult<Schemas['SavedViewPage']> =>
  useQuery({
    queryKey: [VIEWS, 'list', resource ?? null],
    queryFn: ({ signal }) =>
      withHttpErrors(
        unwrap(api.GET('/api/v1/saved-views', { params: { query: resource ? { resource } : {} }, signal })),
      ),
  });

export const useOwnStart = (): UseQueryResult<Schemas['OwnStart']> =>
  useQuery({
    queryKey: [STARTS, 'own'],
    queryFn: ({ signal }) => withHttpErrors(unwrap(api.GET('/api/v1/account/start', { signal }))),
  });

interface KeptView {
  resource: ViewedResource;
  name: string;
  state: ViewState;
  isShared: boolean;
}
type Change = Schemas['SavedViewPatch'];

/** What is done with views; those on screen are read again after it. */
export function useViewActions() {
  const client = useQueryClient();
  const done = async <T>(pending: Promise<T>): Promise<T> => {
    const answer = await withHttpErrors(pending);
    await Promise.all([VIEWS, STARTS].map((key) => client.invalidateQueries({ queryKey: [key] })));
    return answer;
  };
  const at = ({ id, version }: SavedView) => ({ path: { id }, header: { 'If-Match': `"${version}"` } });
  return {
    keep: (view: KeptView) => done(unwrap(api.POST('/api/v1/saved-views', { body: view }))),
    change: (view: SavedView, change: Change) =>
      done(unwrap(api.PATCH('/api/v1/saved-views/{id}', { params: at(view), body: change }))),
    remove: (view: SavedView) => done(unwrap(api.DELETE('/api/v1/saved-views/{id}', { params: at(view) }))),
    restore: ({ id }: SavedView) =>
      done(unwrap(api.POST('/api/v1/saved-views/{id}/restore', { params: { path: { id } } }))),
    startHere: (own: Schemas['OwnStartPatch']) =>
      done(unwrap(api.PATCH('/api/v1/account/start', { body: own }))),
    startRoleAt: (role: Role, viewId: string | null) => done(setRoleStart(role, viewId)),
  };
}

/** Meant for what is there now: who sets it sees on the view itself what was set. */
async function setRoleStart(role: Role, viewId: string | null): Promise<unknown> {
  const { data } = await unwrap(api.GET('/api/v1/role-starts'));
  const version = data.find((start) => start.role === role)?.version ?? 0;
  const params = { path: { role }, header: { 'If-Match': `"${version}"` } };
  return unwrap(api.PATCH('/api/v1/role-starts/{role}', { params, body: { viewId } }));
}
