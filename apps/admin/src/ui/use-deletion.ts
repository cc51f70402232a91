import { useDataProvider, useNotify, type RaRecord } from 'react-admin';
import { useT } from '../i18n/use-t';
import type { RegisterProvider } from '../providers/data-provider';
import { reasonQuery } from '../providers/reason';
import type { Turn } from './bulk/in-turn';
import { useBulkAction } from './bulk/use-bulk-action';
import { useErrorText } from './use-error-text';

type Row = RaRecord<string>;

/** Deleting, for the reason that was given; taken back, the server restores what was deleted. */
export function useDeletingTurn(resource: string): (reason: string) => Turn<Row> {
  const t = useT();
  const provider = useDataProvider<RegisterProvider>();
  return (reason) => async (record) => {
    const meta = { query: reasonQuery(reason) };
    await provider.delete(resource, { id: record.id, previousData: record, meta });
    return () => provider.restore(resource, record.id, { reason: t('register.bulk.undoReason') });
  };
}

/** Deletes one record, and offers to take it back. Answers whether it is gone. */
export function useDeletion(resource: string): {
  remove: (record: Row, reason?: string) => Promise<boolean>;
  isBusy: boolean;
} {
  const t = useT();
  const notify = useNotify();
  const text = useErrorText();
  const turn = useDeletingTurn(resource);
  const { perform, isBusy } = useBulkAction();
  const said = (count: number): string => t('register.record.deleted', { smart_count: count });
  return {
    isBusy,
    remove: async (record, reason = '') => {
      const { refused } = await perform({ records: [record], turn: turn(reason), said });
      for (const { error } of refused) notify(text(error), { type: 'error' });
      return refused.length === 0;
    },
  };
}
