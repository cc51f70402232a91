import { unwrap, type Schemas } from '@fieldlab/api-client';
import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { api } from '../providers/api';
import { withHttpErrors, request } from '../providers/http';

export type Account = Schemas['Account'];

const KEY = ['account'];

export const fetchAccount = (): Promise<Account> => withHttpErrors(unwrap(api.GET('/api/v1/account')));

/** One's own account. */
export const useAccount = () => useQuery({ queryKey: KEY, queryFn: fetchAccount });

/** To be called when something about the account changed elsewhere. */
export function useAccountRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: KEY });
}

/** Changes name, language or password, on the version that is current. */
export function useAccountChange(onSuccess?: () => void): UseMutationResult<Account, Error, object> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: object) => {
      const { version } = await fetchAccount();
      return request<Account>('PATCH', '/account', { body: change, headers: { 'If-Match': `"${version}"` } });
    },
    onSuccess: (account) => {
      client.setQueryData(KEY, account);
      onSuccess?.();
    },
  });
}
