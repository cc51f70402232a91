import { Button, Link as MuiLink, Stack, TextField } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { Link } from 'react-router-dom';
import { useT } from '../../i18n/use-t';
import { request } from '../../providers/http';
import { Fault } from '../../ui/forms/Fault';
import { useErrorText } from '../../ui/use-error-text';
import { AuthLayout } from './AuthLayout';

/** Asks for a link to choose a new password by. Whether the address is known is not told. */
export default function ForgottenPage() {
  const t = useT();
  const errorText = useErrorText();
  const [email, setEmail] = useState('');
  const asking = useMutation({ mutationFn: () => request('POST', '/password-resets', { body: { email } }) });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    asking.mutate();
  };
  if (asking.isSuccess) {
    return (
      <AuthLayout title={t('doorway.forgotten.sentTitle')} text={t('doorway.forgotten.sent', { email })}>
        <BackToSignIn />
      </AuthLayout>
    );
  }
  return (
    <AuthLayout title={t('doorway.forgotten.title')} text={t('doorway.forgotten.text')}>
      <Stack component="form" onSubmit={submit} sx={{ gap: 4 }}>
        <Fault text={asking.error ? errorText(asking.error) : ''} />
        <TextField
          label={t('doorway.signIn.email')}
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          required
          size="medium"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button type="submit" variant="contained" size="large" loading={asking.isPending}>
          {t('doorway.forgotten.submit')}
        </Button>
        <BackToSignIn />
      </Stack>
    </AuthLayout>
  );
}

export function BackToSignIn() {
  const t = useT();
  return (
    <MuiLink component={Link} to="/login" sx={{ alignSelf: 'flex-start' }}>
      {t('doorway.signIn.back')}
    </MuiLink>
  );
}
