import { Alert, Button, Divider, Link as MuiLink, Stack, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { SyntheticEvent } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { useT } from '../../i18n/use-t';
import { problemText } from './problem-text';
import { currentUser } from '../../providers/session';
import { Fault } from '../../ui/forms/Fault';
import { PasswordField } from '../../ui/inputs/PasswordField';
import { CodeForm } from './CodeForm';
import { AuthLayout } from './AuthLayout';
import { useSignInMethods } from '../../providers/use-sign-in-methods';
import { useSignIn, type SigningIn } from './use-sign-in';

export default function SignInPage() {
  const t = useT();
  const signingIn = useSignIn();
  if (signingIn.step === 'code') return <CodeForm signingIn={signingIn} />;
  return (
    <AuthLayout title={t('doorway.signIn.title')} intro={t('doorway.intro')}>
      <Notice />
      <PasswordStep signingIn={signingIn} />
      <ProviderButton />
    </AuthLayout>
  );
}

function PasswordStep({ signingIn }: { signingIn: SigningIn }) {
  const t = useT();
  const { credentials, setCredentials, sendPassword, fault, isBusy } = signingIn;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    sendPassword();
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 4 }}>
      <Fault text={fault} />
      <TextField
        label={t('doorway.signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        autoFocus
        required
        size="medium"
        value={credentials.email}
        onChange={(event) => setCredentials({ ...credentials, email: event.target.value })}
      />
      <PasswordField
        label={t('doorway.signIn.password')}
        name="password"
        autoComplete="current-password"
        size="medium"
        value={credentials.password}
        onChange={(password) => setCredentials({ ...credentials, password })}
      />
      <Button type="submit" variant="contained" size="large" loading={isBusy}>
        {t('doorway.signIn.submit')}
      </Button>
      <MuiLink component={Link} to="/forgotten-password" sx={{ alignSelf: 'flex-start' }}>
        {t('doorway.signIn.forgotten')}
      </MuiLink>
    </Stack>
  );
}

/** Only where the register is set up for it. */
function ProviderButton() {
  const t = useT();
  const methods = useSignInMethods();
  if (methods?.oidc !== true) return null;
  return (
    <>
      <Divider sx={{ my: 5, color: 'text.secondary', typography: 'body2' }}>{t('doorway.signIn.or')}</Divider>
      <Button fullWidth variant="outlined" size="large" href="/api/v1/session/oidc">
        {t('doorway.signIn.provider')}
      </Button>
    </>
  );
}

/** Why the provider's visitor is here again; or that there is no need to sign in. */
function Notice() {
  const t = useT();
  const [parameters] = useSearchParams();
  const problem = parameters.get('problem');
  const { data: user } = useQuery({ queryKey: ['signed-in'], queryFn: currentUser, retry: false, gcTime: 0 });
  return (
    <Stack sx={{ gap: 3, mb: problem !== null || user ? 5 : 0 }}>
      {problem !== null && <Fault text={problemText(t, problem)} />}
      {user && (
        <Alert
          severity="info"
          icon={false}
          action={
            <Button component={Link} to="/" size="small">
              {t('doorway.signIn.toOverview')}
            </Button>
          }
        >
          <Typography variant="body2">{t('doorway.signIn.already', { name: user.name })}</Typography>
        </Alert>
      )}
    </Stack>
  );
}
