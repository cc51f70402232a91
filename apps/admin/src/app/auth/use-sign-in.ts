import { useMutation } from '@tanstack/react-query';
import { useLogin } from 'react-admin';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { useT, type Translate } from '../../i18n/use-t';
import type { Arriving } from '../../providers/auth-provider';
import { refusalOf } from '../../providers/http';
import { useErrorText } from '../../ui/use-error-text';

interface Credentials {
  email: string;
  password: string;
}

export interface SigningIn {
  credentials: Credentials;
  setCredentials: (credentials: Credentials) => void;
  step: 'password' | 'code';
  /** Back to the first step, with another e-mail address or after the second took too long. */
  restart: () => void;
  sendPassword: () => void;
  sendCode: (code: string) => void;
  fault: string;
  isBusy: boolean;
}

/** Password, then a code where one is due; from an organisation's sign-in service people come for the code alone. */
export function useSignIn(): SigningIn {
  const t = useT();
  const login = useLogin();
  const errorText = useErrorText();
  const [parameters, setParameters] = useSearchParams();
  const [credentials, setCredentials] = useState<Credentials>({ email: '', password: '' });
  const [isCodeDue, setCodeDue] = useState(false);
  const isFromProvider = parameters.get('step') === 'code';
  const step = isFromProvider || isCodeDue ? 'code' : 'password';
  const wanted = useWanted();
  const sending = useMutation({
    mutationFn: (code: string | undefined) =>
      login({
        wanted,
        ...(isFromProvider ? {} : credentials),
        ...(code !== undefined && { code }),
      } satisfies Arriving),
    onError: (error, code) => {
      if (code === undefined && refusalOf(error).code === 'SECOND_FACTOR_REQUIRED') setCodeDue(true);
    },
  });
  const restart = (): void => {
    sending.reset();
    setCodeDue(false);
    setParameters({});
  };
  const isAskedForCode = sending.variables === undefined && step === 'code';
  return {
    credentials,
    setCredentials,
    step,
    restart,
    sendPassword: () => sending.mutate(undefined),
    sendCode: (code) => sending.mutate(code),
    fault: sending.error && !isAskedForCode ? faultText(sending.error, step, t, errorText) : '',
    isBusy: sending.isPending,
  };
}

/** The page that somebody was kept from until they sign in. */
function useWanted(): string {
  const { nextPathname = '/', nextSearch = '' } = (useLocation().state ?? {}) as {
    nextPathname?: string;
    nextSearch?: string;
  };
  return `${nextPathname}${nextSearch}`;
}

function faultText(
  error: unknown,
  step: SigningIn['step'],
  t: Translate,
  errorText: (error: unknown) => string,
): string {
  switch (refusalOf(error).code) {
    case 'UNAUTHENTICATED':
    case 'INVALID_INPUT':
      return t(step === 'code' ? 'doorway.code.expired' : 'doorway.signIn.wrong');
    case 'SECOND_FACTOR_REQUIRED':
      return t('doorway.code.wrong');
    case 'TOO_MANY_REQUESTS':
      return t('doorway.signIn.tooMany');
    default:
      return errorText(error);
  }
}
