import { useQuery } from '@tanstack/react-query';
import { unwrap, type Schemas } from '@fieldlab/api-client';
import { api } from './api';
import { withHttpErrors } from './http';

/** The ways to sign in here; undefined until they are known. */
export function useSignInMethods(): Schemas['SignInMethods'] | undefined {
  const { data } = useQuery({
    queryKey: ['sign-in-methods'],
    queryFn: () => withHttpErrors(unwrap(api.GET('/api/v1/sign-in-methods'))),
    staleTime: Infinity,
  });
  return data;
}
