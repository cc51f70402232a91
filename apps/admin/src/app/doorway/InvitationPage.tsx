import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { request } from '../providers/http';
import { Logo } from '../ui/Logo';
import { useErrorText } from '../ui/use-error-text';

/** Behind a mailed link: choose a password, the first one or a new one. */
export default function InvitationPage({ purpose }: { purpose: 'invitations' | 'password-resets' }) {
  const t = useT();
  const { password, setPassword, fault, isBusy, send } = useNewPassword(purpose);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void send();
  };
  return (
    <Box component="main" sx={{ maxWidth: 400, mx: 'auto', px: 5, pt: 16 }}>
      <Stack direction="row" sx={{ gap: 3, alignItems: 'center', mb: 6 }}>
        <Logo size={40} />
        <Typography variant="h1">
          {t(purpose === 'invitations' ? 'account.welcome' : 'account.choosePassword')}
        </Typography>
      </Stack>
      <Stack component="form" onSubmit={submit} sx={{ gap: 4 }}>
        {fault !== '' && (
          <Alert severity="error" role="alert">
            {fault}
          </Alert>
        )}
        <TextField
          type="password"
          required
          autoFocus
          size="medium"
          autoComplete="new-password"
          label={t('account.newPassword')}
          helperText={t('account.passwordHelp')}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" variant="contained" size="large" loading={isBusy}>
          {t('account.choosePassword')}
        </Button>
      </Stack>
    </Box>
  );
}

function useNewPassword(purpose: string) {
  const t = useT();
  const notify = useNotify();
  const navigate = useNavigate();
  const text = useErrorText();
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState('');
  const [isBusy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      const token = window.location.hash.slice(1);
      await request('POST', `/${purpose}/${encodeURIComponent(token)}`, { body: { password } });
      notify(t('account.passwordChosen'));
      await navigate('/login');
    } catch (error) {
      setFault(text(error));
      setBusy(false);
    }
  };
  return { password, setPassword, fault, isBusy, send };
}
