import { useDataProvider, useListContext, useResourceContext, type RaRecord } from 'react-admin';
import { useState } from 'react';
import type { RegisterProvider } from '../../providers/data-provider';
import type { Outcome, Turn } from './in-turn';
import { useBulkAction } from './use-bulk-action';

type Row = RaRecord<string>;

/** What is done to the chosen rows of the list around it; those that were refused stay chosen. */
export function useBulk<T extends Row>(said: (count: number) => string) {
  const resource = useResourceContext() ?? '';
  const provider = useDataProvider<RegisterProvider>();
  const { selectedIds, onSelect } = useListContext<T>();
  const { perform, isBusy } = useBulkAction();
  const [outcome, setOutcome] = useState<Outcome<T> | undefined>(undefined);
  // Rows of other pages may be chosen too.
  const read = async (): Promise<T[]> => (await provider.getMany<T>(resource, { ids: selectedIds })).data;
  /** Does it to the records as they were seen, else to all that are chosen as they are now. */
  const run = async (turn: Turn<T>, seen?: readonly T[]): Promise<void> => {
    const done = await perform({ records: seen ?? (await read()), turn, said });
    setOutcome(done.refused.length > 0 ? done : undefined);
    onSelect(done.refused.map(({ record }) => record.id));
  };
  return { count: selectedIds.length, read, run, isBusy, outcome, dismiss: () => setOutcome(undefined) };
}
