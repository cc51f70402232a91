import { Alert, Button, Stack, TextField } from '@mui/material';
import { useNotify } from 'react-admin';
import { useState, type SyntheticEvent } from 'react';
import { useT } from '../i18n/use-t';
import { request } from '../providers/http';
import { useErrorText } from '../ui/use-error-text';

/** Another password; it signs out everywhere else. */
export function PasswordForm() {
  const t = useT();
  const { values, set, fault, isBusy, send } = usePasswordChange();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void send();
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 3, maxWidth: 400 }}>
      {fault !== '' && <Alert severity="error">{fault}</Alert>}
      <TextField
        type="password"
        required
        label={t('account.currentPassword')}
        autoComplete="current-password"
        value={values.currentPassword}
        onChange={(event) => set({ ...values, currentPassword: event.target.value })}
      />
      <TextField
        type="password"
        required
        label={t('account.newPassword')}
        helperText={t('account.passwordHelp')}
        autoComplete="new-password"
        value={values.password}
        onChange={(event) => set({ ...values, password: event.target.value })}
      />
      <Button type="submit" variant="outlined" loading={isBusy} sx={{ alignSelf: 'flex-start' }}>
        {t('account.changePassword')}
      </Button>
    </Stack>
  );
}

const EMPTY = { currentPassword: '', password: '' };

function usePasswordChange() {
  const t = useT();
  const notify = useNotify();
  const text = useErrorText();
  const [values, set] = useState(EMPTY);
  const [fault, setFault] = useState('');
  const [isBusy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    setFault('');
    try {
      const { version } = await request<{ version: number }>('GET', '/account');
      await request('PATCH', '/account', { body: values, headers: { 'If-Match': `"${version}"` } });
      set(EMPTY);
      notify(t('account.passwordChanged'));
    } catch (error) {
      setFault(text(error));
    } finally {
      setBusy(false);
    }
  };
  return { values, set, fault, isBusy, send };
}
