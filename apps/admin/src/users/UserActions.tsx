import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify, useRedirect, useRefresh } from 'react-admin';
import { useState } from 'react';
import { useT, type Translate } from '../i18n/use-t';
import { request } from '../providers/http';
import type { User } from '../providers/records';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useErrorText } from '../ui/use-error-text';

/** What an administrator does for a person beside changing their data. */
export function UserActions({ user }: { user: User }) {
  const t = useT();
  const redirect = useRedirect();
  const { id, name, version, status, hasSecondFactor } = user;
  const [open, setOpen] = useState<'factor' | 'deletion' | undefined>(undefined);
  const close = (): void => setOpen(undefined);
  const invitation = useAct(() => request('POST', `/users/${id}/invitations`), t('users.invitedAgain'));
  const factor = useAct(
    () => request('DELETE', `/users/${id}/second-factor`),
    t('users.secondFactorRemoved'),
    close,
  );
  const deletion = useAct(
    () => request('DELETE', `/users/${id}`, { headers: { 'If-Match': `"${version}"` } }),
    t('register.record.deleted', { smart_count: 1 }),
    () => redirect('list', 'users'),
  );
  return (
    <>
      {status === 'INVITED' && (
        <Button variant="outlined" loading={invitation.isPending} onClick={() => invitation.mutate()}>
          {t('users.inviteAgain')}
        </Button>
      )}
      {hasSecondFactor && (
        <Button variant="outlined" onClick={() => setOpen('factor')}>
          {t('users.removeSecondFactor')}
        </Button>
      )}
      <Button color="error" onClick={() => setOpen('deletion')}>
        {t('register.record.delete')}
      </Button>
      {open !== undefined && (
        <ConfirmDialog
          {...wordsOf(t, open, name)}
          isBusy={factor.isPending || deletion.isPending}
          onConfirm={open === 'factor' ? factor.mutate : deletion.mutate}
          onClose={close}
        />
      )}
    </>
  );
}

const wordsOf = (t: Translate, what: 'factor' | 'deletion', name: string) =>
  what === 'factor'
    ? {
        title: t('users.removeSecondFactor'),
        text: t('users.removeSecondFactorText', { name }),
        action: t('users.removeSecondFactor'),
      }
    : {
        title: t('register.record.deleteTitle', { name }),
        text: t('users.deleteText', { name }),
        action: t('register.record.delete'),
      };

function useAct(act: () => Promise<unknown>, said: string, onDone?: () => void) {
  const notify = useNotify();
  const refresh = useRefresh();
  const text = useErrorText();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      notify(said);
      onDone?.();
      refresh();
    },
    onError: (error) => notify(text(error), { type: 'error' }),
  });
}
