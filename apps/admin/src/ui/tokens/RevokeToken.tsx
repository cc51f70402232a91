import { Button, type ButtonProps } from '@mui/material';
import type { Schemas } from '@fieldlab/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { request } from '../../providers/http';
import { ConfirmDialog } from '../page/ConfirmDialog';
import { useErrorText } from '../use-error-text';

type Token = Schemas['ApiToken'];

/** Revokes a key for programs, once one says so. */
export function RevokeToken({ token, ...look }: { token: Token } & Pick<ButtonProps, 'size'>) {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  const revoke = useRevoking(token);
  return (
    <>
      <Button
        {...look}
        color="error"
        onClick={() => setAsking(true)}
        aria-label={`${t('account.revoke')}: ${token.name}`}
      >
        {t('account.revoke')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('account.revokeTitle', { name: token.name })}
          text={t('account.revokeText')}
          action={t('account.revoke')}
          isBusy={revoke.isPending}
          onConfirm={() => revoke.mutate(undefined, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function useRevoking({ id, version }: Token) {
  const t = useT();
  const client = useQueryClient();
  const notify = useNotify();
  const text = useErrorText();
  return useMutation({
    mutationFn: () => request('DELETE', `/api-tokens/${id}`, { headers: { 'If-Match': `"${version}"` } }),
    onSuccess: () => {
      notify(t('account.revoked'));
      return client.invalidateQueries({ queryKey: ['api-tokens'] });
    },
    onError: (error) => notify(text(error), { type: 'error' }),
  });
}
