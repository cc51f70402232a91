import { useQuery } from '@tanstack/react-query';
import { answered, type Schemas } from '@fieldlab/api-client';
import { api } from './api';
import { failingWell } from './http';

/** The ways to sign in here; undefined until they are known. */
export function useSignInMethods(): Schemas['SignInMethods'] | undefined {
  const { data } = useQuery({
    queryKey: ['sign-in-methods'],
    queryFn: () => failingWell(answered(api.GET('/api/v1/sign-in-methods'))),
    staleTime: Infinity,
  });
  return data;
}
