import { Button, Stack, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { useState, type SyntheticEvent } from 'react';
import { useT } from '../i18n/use-t';
import { Fault } from '../ui/forms/Fault';
import { PasswordField } from '../ui/inputs/PasswordField';
import { useFaults } from '../ui/use-faults';
import { useAccountChange } from './use-account';

const EMPTY = { currentPassword: '', password: '' };

/** Another password; it signs out everywhere else. */
export function PasswordForm() {
  const t = useT();
  const notify = useNotify();
  const [values, set] = useState(EMPTY);
  const change = useAccountChange(() => {
    set(EMPTY);
    notify(t('account.passwordChanged'));
  });
  const faults = useFaults(change.error, ['password', 'currentPassword']);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    change.mutate(values);
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 3, maxWidth: 400 }}>
      <Fault text={faults.rest} />
      <Typography sx={{ color: 'text.secondary' }}>{t('account.passwordHelp')}</Typography>
      <PasswordField
        label={t('account.currentPassword')}
        autoComplete="current-password"
        value={values.currentPassword}
        fault={faults.of('currentPassword')}
        onChange={(currentPassword) => set({ ...values, currentPassword })}
      />
      <PasswordField
        label={t('doorway.newPassword')}
        helperText={t('doorway.passwordHelp')}
        autoComplete="new-password"
        value={values.password}
        fault={faults.of('password')}
        onChange={(password) => set({ ...values, password })}
      />
      <Button type="submit" variant="outlined" loading={change.isPending} sx={{ alignSelf: 'flex-start' }}>
        {t('account.changePassword')}
      </Button>
    </Stack>
  );
}
