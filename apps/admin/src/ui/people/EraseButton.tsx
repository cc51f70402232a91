import { Button } from '@mui/material';
import { useNotify, usePermissions, useRefresh } from 'react-admin';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import type { Permissions } from '../../providers/auth-provider';
import { request } from '../../providers/http';
import type { Contact } from '../../providers/records';
import { ConfirmDialog } from '../page/ConfirmDialog';
import { useErrorText } from '../use-error-text';

/** Erases a person for good; for administrators, when somebody asks to be forgotten. */
export function EraseButton({ contact, onErased }: { contact: Contact; onErased: () => void }) {
  const t = useT();
  const notify = useNotify();
  const refresh = useRefresh();
  const text = useErrorText();
  const { permissions } = usePermissions<Permissions | undefined>();
  const [isAsking, setAsking] = useState(false);
  if (permissions?.role !== 'ADMIN') return null;
  const erase = async (): Promise<void> => {
    try {
      const headers = { 'If-Match': `"${contact.version}"` };
      await request('DELETE', `/contacts/${contact.id}`, { query: { erase: true }, headers });
      notify(t('people.erased'));
      refresh();
      onErased();
    } catch (error) {
      notify(text(error), { type: 'error' });
      setAsking(false);
    }
  };
  return (
    <>
      <Button color="error" onClick={() => setAsking(true)} sx={{ mr: 'auto' }}>
        {t('people.erase')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('people.eraseTitle', { name: contact.name })}
          text={t('people.eraseText')}
          action={t('people.erase')}
          onConfirm={() => void erase()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
