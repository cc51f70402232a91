import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { request } from '../../providers/http';
import { Fault } from '../../ui/forms/Fault';
import { PasswordField } from '../../ui/inputs/PasswordField';
import { ConfirmDialog } from '../../ui/page/ConfirmDialog';
import { useErrorText } from '../../ui/use-error-text';
import { useFaults } from '../../ui/use-faults';
import { useAccountRefresh, type Account } from '../use-account';

interface RenewalDialogProps {
  onCodes: (codes: readonly string[]) => void;
  onClose: () => void;
}

export function RenewalDialog({ onCodes, onClose }: RenewalDialogProps) {
  const t = useT();
  const renewal = useMutation({
    mutationFn: () =>
      request<{ recoveryCodes: string[] }>('POST', '/account/second-factor/recovery-codes', { body: {} }),
    onSuccess: ({ recoveryCodes }) => {
      onCodes(recoveryCodes);
      onClose();
    },
  });
  const errorText = useErrorText();
  return (
    <ConfirmDialog
      title={t('account.secondFactor.renew')}
      text={t('account.secondFactor.renewText')}
      action={t('account.secondFactor.renew')}
      isHarmless
      isBusy={renewal.isPending}
      onConfirm={() => renewal.mutate()}
      onClose={onClose}
    >
      <Fault text={renewal.error ? errorText(renewal.error) : ''} />
    </ConfirmDialog>
  );
}

export function RemovalDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useT();
  const notify = useNotify();
  const refresh = useAccountRefresh();
  const [password, setPassword] = useState('');
  const removal = useMutation({
    mutationFn: () =>
      request('POST', '/account/second-factor/removal', {
        body: account.hasPassword ? { password } : {},
      }),
    onSuccess: async () => {
      await refresh();
      notify(t('account.secondFactor.removed'));
      onClose();
    },
  });
  const faults = useFaults(removal.error, ['password']);
  const { isRequired } = account.secondFactor;
  return (
    <ConfirmDialog
      title={t('account.secondFactor.remove')}
      text={t(isRequired ? 'account.secondFactor.removeRequired' : 'account.secondFactor.removeText')}
      action={t('account.secondFactor.remove')}
      isBusy={removal.isPending}
      onConfirm={() => removal.mutate()}
      onClose={onClose}
    >
      <Fault text={faults.rest} />
      {account.hasPassword && (
        <PasswordField
          label={t('account.currentPassword')}
          autoComplete="current-password"
          autoFocus
          value={password}
          fault={faults.of('password')}
          onChange={setPassword}
        />
      )}
    </ConfirmDialog>
  );
}
