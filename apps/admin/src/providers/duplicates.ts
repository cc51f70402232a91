import { unwrap, type Schemas } from '@fieldlab/api-client';
import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api } from './api';
import { withHttpErrors } from './http';

export type Duplicate = Schemas['Duplicate'];
type DuplicateScan = Schemas['DuplicateScan'];
export type MergeEffect = Schemas['MergeEffect'];
export type MergeInput = Schemas['MergeCreate'];
export type Merge = Schemas['Merge'];

const KEY = 'duplicates';
/** As many as are worked off before the list is read again. */
const AT_ONCE = 50;

/** Pairs that nobody has decided upon, the likeliest first; of one import or company, or of the whole register. */
export function useOpenDuplicates(
  of: { importId?: string | undefined; companyId?: string | undefined },
  isOn = true,
): UseQueryResult<{ data: Duplicate[]; total: number }> {
  const { importId, companyId } = of;
  const bounds = { ...(importId && { importId }), ...(companyId && { companyId }) };
  const query = { status: ['OPEN' as const], perPage: AT_ONCE, ...bounds };
  return useQuery({
    queryKey: [KEY, importId, companyId],
    queryFn: ({ signal }) =>
      withHttpErrors(unwrap(api.GET('/api/v1/duplicates', { params: { query }, signal }))),
    enabled: isOn,
    retry: false,
    placeholderData: keepPreviousData,
  });
}

/** What a merge would do; nothing while it is not asked. */
export function useMergeEffect(input: MergeInput | undefined): UseQueryResult<MergeEffect> {
  return useQuery({
    queryKey: [KEY, 'effect', input],
    queryFn: ({ signal }) => {
      if (!input) throw new Error('No merge was asked about.');
      return withHttpErrors(unwrap(api.POST('/api/v1/merges/effect', { body: input, signal })));
    },
    enabled: input !== undefined,
    retry: false,
  });
}

/** The merges that made a company what it is. */
export function useMergesInto(survivorId: string): UseQueryResult<{ data: Merge[]; total: number }> {
  return useQuery({
    queryKey: ['merges', survivorId],
    queryFn: ({ signal }) =>
      withHttpErrors(
        unwrap(api.GET('/api/v1/merges', { params: { query: { survivorId, perPage: 100 } }, signal })),
      ),
    retry: false,
  });
}

const versioned = (version: number) => ({ 'If-Match': `"${version}"` });

export interface Decisions {
  merge: (input: MergeInput) => Promise<Merge>;
  /** @throws HttpError with code EDITED_SINCE_MERGE where `fields` has to be said */
  takeBack: (merge: Pick<Merge, 'id' | 'version'>, fields?: 'keep' | 'restore') => Promise<void>;
  decide: (pair: Pick<Duplicate, 'id' | 'version'>, status: 'DIFFERENT' | 'OPEN') => Promise<Duplicate>;
  scan: () => Promise<DuplicateScan>;
}

/** What can be said about identity, for who reads everything again once it has all been said. */
export const DECISIONS: Decisions = {
  merge: (body) => withHttpErrors(unwrap(api.POST('/api/v1/merges', { body }))),
  takeBack: async ({ id, version }, fields) => {
    const params = { path: { id }, query: fields ? { fields } : {}, header: versioned(version) };
    await withHttpErrors(unwrap(api.DELETE('/api/v1/merges/{id}', { params })));
  },
  decide: ({ id, version }, status) => {
    const params = { path: { id }, header: versioned(version) };
    return withHttpErrors(unwrap(api.PATCH('/api/v1/duplicates/{id}', { params, body: { status } })));
  },
  scan: () => withHttpErrors(unwrap(api.POST('/api/v1/duplicates/scan', {}))),
};

/** A pair as it is now: what was decided since about others may have changed its companies. */
export const readDuplicate = (id: string): Promise<Duplicate> =>
  withHttpErrors(unwrap(api.GET('/api/v1/duplicates/{id}', { params: { path: { id } } })));

/** The same one at a time; it changes lists, names and figures, which are read again. */
export function useDecisions(): Decisions {
  const client = useQueryClient();
  const done = async <T>(pending: Promise<T>): Promise<T> => {
    const answer = await pending;
    await client.invalidateQueries();
    return answer;
  };
  return {
    merge: (input) => done(DECISIONS.merge(input)),
    takeBack: (merge, fields) => done(DECISIONS.takeBack(merge, fields)),
    decide: (pair, status) => done(DECISIONS.decide(pair, status)),
    scan: () => done(DECISIONS.scan()),
  };
}
