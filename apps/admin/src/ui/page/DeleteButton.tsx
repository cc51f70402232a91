import { Button } from '@mui/material';
import { useCanAccess, useRedirect, type RaRecord } from 'react-admin';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useDeletion } from '../use-deletion';
import { DeleteDialog } from './DeleteDialog';

/** Deletes a record after asking, and leads to the list, where it can be taken back. */
export function DeleteButton({
  resource,
  record,
  name,
}: {
  resource: string;
  record: RaRecord<string>;
  name: string;
}) {
  const t = useT();
  const redirect = useRedirect();
  const { canAccess } = useCanAccess({ resource, action: 'delete' });
  const { remove, isBusy } = useDeletion(resource);
  const [isAsking, setAsking] = useState(false);
  if (!canAccess) return null;
  const confirm = async (reason: string): Promise<void> => {
    const isGone = await remove(record, reason);
    setAsking(false);
    if (isGone) redirect('list', resource);
  };
  return (
    <>
      <Button color="error" onClick={() => setAsking(true)}>
        {t('register.record.delete')}
      </Button>
      {isAsking && (
        <DeleteDialog
          title={t('register.record.deleteTitle', { name })}
          isBusy={isBusy}
          onConfirm={(reason) => void confirm(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
