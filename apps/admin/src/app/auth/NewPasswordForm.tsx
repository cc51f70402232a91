import { Button, Stack } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { useT } from '../../i18n/use-t';
import { Fault } from '../../ui/forms/Fault';
import { PasswordField } from '../../ui/inputs/PasswordField';
import { useFaults } from '../../ui/use-faults';

interface NewPasswordFormProps {
  action: string;
  error: unknown;
  isBusy: boolean;
  onChoose: (password: string) => void;
}

export function NewPasswordForm({ action, error, isBusy, onChoose }: NewPasswordFormProps) {
  const t = useT();
  const faults = useFaults(error, ['password']);
  const [password, setPassword] = useState('');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    onChoose(password);
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 4 }}>
      <Fault text={faults.rest} />
      <PasswordField
        label={t('doorway.newPassword')}
        name="password"
        autoComplete="new-password"
        autoFocus
        size="medium"
        value={password}
        helperText={t('doorway.passwordHelp')}
        fault={faults.of('password')}
        onChange={setPassword}
      />
      <Button type="submit" variant="contained" size="large" loading={isBusy}>
        {action}
      </Button>
    </Stack>
  );
}
