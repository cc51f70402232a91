import { Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useCanAccess, useDataProvider, useNotify, useRefresh } from 'react-admin';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import type { RegisterProvider } from '../../providers/data-provider';
import type { Note } from '../../providers/records';
import { today } from '../../providers/today';
import { useErrorText } from '../use-error-text';

/** Says that a follow-up is done, today. */
export function DoneButton({ note }: { note: Note }) {
  const t = useT();
  const { canAccess } = useCanAccess({ resource: 'notes', action: 'edit' });
  const { save, isBusy } = useDone(note);
  if (!canAccess || note.dueOn === null || note.doneOn !== null) return null;
  return (
    <Button size="small" variant="outlined" loading={isBusy} onClick={() => void save()}>
      {t('people.markDone')}
    </Button>
  );
}

function useDone(note: Note) {
  const t = useT();
  const notify = useNotify();
  const refresh = useRefresh();
  const client = useQueryClient();
  const text = useErrorText();
  const provider = useDataProvider<RegisterProvider>();
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const data = { ...note, doneOn: today() };
      await provider.update('notes', { id: note.id, data, previousData: note });
      notify(t('people.markedDone'));
      await client.invalidateQueries({ queryKey: ['notes'] });
      refresh();
    } catch (error) {
      notify(text(error), { type: 'error' });
    }
    setBusy(false);
  };
  return { save, isBusy };
}
