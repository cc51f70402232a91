import { unwrap, type Schemas } from '@fieldlab/api-client';
import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api } from './api';
import { withHttpErrors } from './http';

export type RegisterProposal = Schemas['RegisterProposal'];
export type ProposedChange = RegisterProposal['changes'][number];
export type ProposalDecision = Schemas['RegisterProposalDecision'];
export type CheckState = Schemas['RegisterCheckState'];

const KEY = 'register-proposals';
export const PROPOSALS_PER_PAGE = 25;

/** What the trade register says otherwise and nobody decided upon, the newest first; of one company, or of all. */
export const useRegisterProposals = (
  page: number,
  companyId: string | undefined,
): UseQueryResult<{ data: RegisterProposal[]; total: number }> =>
  useQuery({
    queryKey: [KEY, page, companyId],
    queryFn: ({ signal }) => {
      const query = { page, perPage: PROPOSALS_PER_PAGE, ...(companyId !== undefined && { companyId }) };
      return withHttpErrors(unwrap(api.GET('/api/v1/register-proposals', { params: { query }, signal })));
    },
    retry: false,
    placeholderData: keepPreviousData,
  });

/** How many wait for a decision. */
export const useProposalCount = (isOn: boolean): UseQueryResult<number> =>
  useQuery({
    queryKey: [KEY, 'count'],
    queryFn: async ({ signal }) => {
      const params = { query: { perPage: 1 } };
      const asked = unwrap(api.GET('/api/v1/register-proposals', { params, signal }));
      return (await withHttpErrors(asked)).total;
    },
    enabled: isOn,
    retry: false,
  });

/** Whether companies are looked up at night, and how the last night ended. */
export const useRegisterChecks = (): UseQueryResult<CheckState> =>
  useQuery({
    queryKey: [KEY, 'checks'],
    queryFn: ({ signal }) => withHttpErrors(unwrap(api.GET('/api/v1/register-checks', { signal }))),
    retry: false,
  });

interface Proposing {
  decide: (
    proposal: Pick<RegisterProposal, 'id' | 'version'>,
    decision: ProposalDecision,
  ) => Promise<RegisterProposal>;
  checkNow: () => Promise<CheckState>;
}

/** What is decided changes companies, lists and figures, which are read again. */
export function useProposing(): Proposing {
  const client = useQueryClient();
  const done = async <T>(pending: Promise<T>): Promise<T> => {
    const answer = await withHttpErrors(pending);
    await client.invalidateQueries();
    return answer;
  };
  return {
    decide: ({ id, version }, body) => {
      const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
      return done(unwrap(api.PATCH('/api/v1/register-proposals/{id}', { params, body })));
    },
    checkNow: () => done(unwrap(api.POST('/api/v1/register-checks', {}))),
  };
}
