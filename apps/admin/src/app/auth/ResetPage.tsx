import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { useT } from '../../i18n/use-t';
import { refusalOf, request } from '../../providers/http';
import { forgetUser } from '../../providers/session';
import { AuthLayout } from './AuthLayout';
import { NewPasswordForm } from './NewPasswordForm';

/** Behind the link of a mail: another password. It signs out everywhere. */
export default function ResetPage() {
  const t = useT();
  const notify = useNotify();
  const navigate = useNavigate();
  const token = useLocation().hash.slice(1);
  const choosing = useMutation({
    mutationFn: (password: string) =>
      request('POST', `/password-resets/${encodeURIComponent(token)}`, { body: { password } }),
    onSuccess: () => {
      forgetUser();
      notify(t('doorway.reset.done'));
      return navigate('/login');
    },
  });
  if (choosing.error && refusalOf(choosing.error).code === 'NOT_FOUND') {
    return (
      <AuthLayout title={t('doorway.reset.unusableTitle')} text={t('doorway.reset.unusable')}>
        <Button variant="contained" component={Link} to="/forgotten-password">
          {t('doorway.reset.again')}
        </Button>
      </AuthLayout>
    );
  }
  return (
    <AuthLayout title={t('doorway.reset.title')} text={t('doorway.reset.text')}>
      <NewPasswordForm
        action={t('doorway.reset.submit')}
        error={choosing.error}
        isBusy={choosing.isPending}
        onChoose={choosing.mutate}
      />
    </AuthLayout>
  );
}
