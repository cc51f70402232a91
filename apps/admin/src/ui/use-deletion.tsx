import { Alert, Button } from '@mui/material';
import { useCloseNotification, useDataProvider, useNotify, useRefresh, type RaRecord } from 'react-admin';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import type { RegisterProvider } from '../providers/data-provider';
import { useErrorText } from './use-error-text';

interface Deletion {
  remove: (record: RaRecord<string>) => Promise<boolean>;
  removeMany: (ids: readonly string[]) => Promise<boolean>;
  isBusy: boolean;
}

/** Deletes, and offers to take it back: the server restores what was deleted. */
export function useDeletion(resource: string): Deletion {
  const provider = useDataProvider<RegisterProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  const text = useErrorText();
  const [isBusy, setBusy] = useState(false);
  const run = async (ids: readonly string[], work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    try {
      await work();
      notify(<Undo resource={resource} ids={ids} />, { autoHideDuration: 12_000 });
      return true;
    } catch (error) {
      notify(text(error), { type: 'error' });
      return false;
    } finally {
      setBusy(false);
      refresh();
    }
  };
  return {
    isBusy,
    remove: (record) =>
      run([record.id], () => provider.delete(resource, { id: record.id, previousData: record })),
    removeMany: (ids) => run(ids, () => provider.deleteMany(resource, { ids: [...ids] })),
  };
}

function Undo({ resource, ids }: { resource: string; ids: readonly string[] }) {
  const t = useT();
  const provider = useDataProvider<RegisterProvider>();
  const refresh = useRefresh();
  const notify = useNotify();
  const close = useCloseNotification();
  const text = useErrorText();
  const undo = async (): Promise<void> => {
    try {
      await provider.restore(resource, ids);
      notify(t('register.record.restored'));
    } catch (error) {
      notify(text(error), { type: 'error' });
    }
    close();
    refresh();
  };
  return (
    <Alert
      severity="info"
      variant="filled"
      icon={false}
      action={
        <Button color="inherit" size="small" onClick={() => void undo()}>
          {t('register.record.undo')}
        </Button>
      }
    >
      {t('register.record.deleted', { smart_count: ids.length })}
    </Alert>
  );
}
