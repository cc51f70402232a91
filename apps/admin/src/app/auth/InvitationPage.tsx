import { Button, Link as MuiLink } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router-dom';
import type { Schemas } from '@fieldlab/api-client';
import { useT } from '../../i18n/use-t';
import { arrive } from '../../providers/auth-provider';
import { refusalOf, request } from '../../providers/http';
import { Failed } from '../../ui/page/Failed';
import { Waiting } from '../../ui/page/Waiting';
import { AuthLayout } from './AuthLayout';
import { BackToSignIn } from './ForgottenPage';
import { NewPasswordForm } from './NewPasswordForm';
import { useSignInMethods } from '../../providers/use-sign-in-methods';

type Invitation = Schemas['Invitation'];

/** Behind the link of an invitation: choose a password, and be signed in. */
export default function InvitationPage() {
  const t = useT();
  const token = useLocation().hash.slice(1);
  const path = `/invitations/${encodeURIComponent(token)}`;
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => request<Invitation>('GET', path),
    retry: false,
  });
  if (error && refusalOf(error).code === 'NOT_FOUND') {
    return (
      <AuthLayout title={t('doorway.reset.unusableTitle')} text={t('doorway.invitation.unusable')}>
        <BackToSignIn />
      </AuthLayout>
    );
  }
  if (!data) {
    return (
      <AuthLayout title={t('frame.state.loading')}>
        {error ? <Failed error={error} onRetry={() => void refetch()} /> : <Waiting rows={3} />}
      </AuthLayout>
    );
  }
  return <Welcome invitation={data} token={token} path={path} />;
}

function Welcome({ invitation, token, path }: { invitation: Invitation; token: string; path: string }) {
  const t = useT();
  const { email, name } = invitation;
  const methods = useSignInMethods();
  const accepting = useMutation({
    mutationFn: async (password: string) => {
      await request('POST', path, { body: { password } });
      const { redirectTo } = await arrive({ email, password });
      // A fresh start: what was found out before there was a session is found out anew.
      window.location.replace(redirectTo);
    },
  });
  return (
    <AuthLayout
      title={t('doorway.invitation.title', { name })}
      text={t('doorway.invitation.text', { email })}
    >
      <NewPasswordForm
        action={t('doorway.invitation.submit')}
        error={accepting.error}
        isBusy={accepting.isPending}
        onChoose={accepting.mutate}
      />
      {methods?.oidc === true && (
        <Button
          component={MuiLink}
          href={`/api/v1/session/oidc?invitation=${encodeURIComponent(token)}`}
          sx={{ mt: 4 }}
        >
          {t('doorway.invitation.provider')}
        </Button>
      )}
    </AuthLayout>
  );
}
