import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify, useRedirect, useRefresh } from 'react-admin';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import { request } from '../providers/http';
import { reasonQuery } from '../providers/reason';
import type { User } from '../providers/records';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { DeleteDialog } from '../ui/page/DeleteDialog';
import { useErrorText } from '../ui/use-error-text';

type Action = 'factor' | 'deletion';

/** What an administrator does for a person beside changing their data; none of it can be taken back, so each asks. */
export function UserActions({ user }: { user: User }) {
  const t = useT();
  const { status, hasSecondFactor } = user;
  const [open, setOpen] = useState<Action | undefined>(undefined);
  const close = (): void => setOpen(undefined);
  return (
    <>
      {status === 'INVITED' && <InviteAgain user={user} />}
      {hasSecondFactor && (
        <Button variant="outlined" onClick={() => setOpen('factor')}>
          {t('users.removeSecondFactor')}
        </Button>
      )}
      <Button color="error" onClick={() => setOpen('deletion')}>
        {t('register.record.delete')}
      </Button>
      <Dialogs user={user} open={open} onClose={close} />
    </>
  );
}

/** Also where a list says that an invitation never went. */
export function InviteAgain({ user, isSmall = false }: { user: User; isSmall?: boolean }) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        {...(isSmall ? { size: 'small', sx: { ml: -1 } } : { variant: 'outlined' })}
        onClick={() => setIsOpen(true)}
      >
        {t('users.inviteAgain')}
      </Button>
      {isOpen && <InvitationDialog user={user} onClose={() => setIsOpen(false)} />}
    </>
  );
}

/** A mail that was sent is not called back: it asks before it goes. */
function InvitationDialog({ user: { id, name, email }, onClose }: { user: User; onClose: () => void }) {
  const t = useT();
  const invitation = useAct(
    () => request('POST', `/users/${id}/invitations`),
    t('users.invitedAgain'),
    onClose,
  );
  return (
    <ConfirmDialog
      title={t('users.inviteAgain')}
      text={t('users.inviteAgainText', { name, email })}
      action={t('users.inviteAgain')}
      isHarmless
      isBusy={invitation.isPending}
      onConfirm={() => invitation.mutate()}
      onClose={onClose}
    />
  );
}

interface DialogsProps {
  user: User;
  open: Action | undefined;
  onClose: () => void;
}

function Dialogs({ user: { id, name, version }, open, onClose }: DialogsProps) {
  const t = useT();
  const redirect = useRedirect();
  const factor = useAct(
    () => request('DELETE', `/users/${id}/second-factor`),
    t('users.secondFactorRemoved'),
    onClose,
  );
  const deletion = useAct(
    (reason: string) =>
      request('DELETE', `/users/${id}`, {
        headers: { 'If-Match': `"${version}"` },
        query: reasonQuery(reason),
      }),
    t('register.record.deleted', { smart_count: 1 }),
    () => redirect('list', 'users'),
  );
  return (
    <>
      {open === 'factor' && (
        <ConfirmDialog
          title={t('users.removeSecondFactor')}
          text={t('users.removeSecondFactorText', { name })}
          action={t('users.removeSecondFactor')}
          isBusy={factor.isPending}
          onConfirm={() => factor.mutate()}
          onClose={onClose}
        />
      )}
      {open === 'deletion' && (
        <DeleteDialog
          title={t('register.record.deleteTitle', { name })}
          text={t('users.deleteText', { name })}
          isBusy={deletion.isPending}
          onConfirm={deletion.mutate}
          onClose={onClose}
        />
      )}
    </>
  );
}

function useAct<T = void>(act: (given: T) => Promise<unknown>, said: string, onDone?: () => void) {
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
