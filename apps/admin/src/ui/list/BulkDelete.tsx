import { Button } from '@mui/material';
import { useListContext, useResourceContext, useUnselectAll } from 'react-admin';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { ConfirmDialog } from '../page/ConfirmDialog';
import { useDeletion } from '../use-deletion';

/** Deletes the chosen rows; the notice that says so takes it back. */
export function BulkDelete() {
  const t = useT();
  const resource = useResourceContext() ?? '';
  const { selectedIds } = useListContext<{ id: string }>();
  const unselect = useUnselectAll(resource);
  const { removeMany, isBusy } = useDeletion(resource);
  const [isAsking, setAsking] = useState(false);
  const confirm = async (): Promise<void> => {
    await removeMany(selectedIds);
    setAsking(false);
    unselect();
  };
  return (
    <>
      <Button size="small" color="error" onClick={() => setAsking(true)}>
        {t('register.record.delete')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('register.record.deleteMany', { smart_count: selectedIds.length })}
          text={t('register.record.deleteText')}
          action={t('register.record.delete')}
          isBusy={isBusy}
          onConfirm={() => void confirm()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
