import { Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useCanAccess, useDataProvider, useNotify } from 'react-admin';
import { useT } from '../../i18n/use-t';
import type { RegisterProvider } from '../../providers/data-provider';
import type { Note } from '../../providers/records';
import { today } from '../../providers/today';
import { useBulkAction } from '../bulk/use-bulk-action';
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
  const client = useQueryClient();
  const text = useErrorText();
  const provider = useDataProvider<RegisterProvider>();
  const { perform, isBusy } = useBulkAction();
  const change = async (from: Note, doneOn: string | null, query: object = {}): Promise<Note> => {
    const data = { ...from, doneOn };
    const sent = { id: from.id, data, previousData: from, meta: { query } };
    const { data: now } = await provider.update<Note>('notes', sent);
    await client.invalidateQueries({ queryKey: ['notes'] });
    return now;
  };
  const save = async (): Promise<void> => {
    const { refused } = await perform({
      records: [note],
      said: () => t('people.markedDone'),
      turn: async (from) => {
        const done = await change(from, today());
        return () => change(done, null, { reason: t('register.bulk.undoReason') });
      },
    });
    for (const { error } of refused) notify(text(error), { type: 'error' });
  };
  return { save, isBusy };
}
