import { Button, Stack, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import { request } from '../providers/http';
import { useSignInMethods } from '../providers/use-sign-in-methods';
import { Fault } from '../ui/forms/Fault';
import { PasswordField } from '../ui/inputs/PasswordField';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { Section } from '../ui/page/Section';
import { useErrorText } from '../ui/use-error-text';
import { useFaults } from '../ui/use-faults';
import { useAccountRefresh, type Account } from './use-account';

/** The link with an organisation's sign-in service, where the register is set up for one. */
export function ProviderLink({ account: { isLinked, hasPassword } }: { account: Account }) {
  const t = useT();
  const methods = useSignInMethods();
  if (methods?.oidc !== true) return null;
  return (
    <Section title={t('account.provider.title')}>
      <Stack sx={{ gap: 3, alignItems: 'flex-start' }}>
        <Typography>{t(isLinked ? 'account.provider.linked' : 'account.provider.notLinked')}</Typography>
        {!isLinked && <LinkButton />}
        {isLinked && hasPassword && <UnlinkButton />}
      </Stack>
    </Section>
  );
}

function LinkButton() {
  const t = useT();
  const errorText = useErrorText();
  const linking = useMutation({
    mutationFn: () => request<{ address: string }>('POST', '/account/provider-link'),
    onSuccess: ({ address }) => window.location.assign(address),
  });
  return (
    <>
      <Fault text={linking.error ? errorText(linking.error) : ''} />
      <Button
        variant="outlined"
        loading={linking.isPending || linking.isSuccess}
        onClick={() => linking.mutate()}
      >
        {t('account.provider.link')}
      </Button>
    </>
  );
}

function UnlinkButton() {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('account.provider.unlink')}
      </Button>
      {isAsking && <UnlinkDialog onClose={() => setAsking(false)} />}
    </>
  );
}

function UnlinkDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const notify = useNotify();
  const refresh = useAccountRefresh();
  const [password, setPassword] = useState('');
  const unlinking = useMutation({
    mutationFn: () => request('POST', '/account/provider-link/removal', { body: { password } }),
    onSuccess: async () => {
      await refresh();
      notify(t('account.provider.unlinked'));
      onClose();
    },
  });
  const faults = useFaults(unlinking.error, ['password']);
  return (
    <ConfirmDialog
      title={t('account.provider.unlink')}
      text={t('account.provider.unlinkText')}
      action={t('account.provider.unlink')}
      isBusy={unlinking.isPending}
      onConfirm={() => unlinking.mutate()}
      onClose={onClose}
    >
      <Fault text={faults.rest} />
      <PasswordField
        label={t('account.currentPassword')}
        autoComplete="current-password"
        autoFocus
        value={password}
        fault={faults.of('password')}
        onChange={setPassword}
      />
    </ConfirmDialog>
  );
}
