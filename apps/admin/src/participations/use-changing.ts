import { useState } from 'react';
import type { Participation } from '../providers/records';
import type { Turn } from '../ui/bulk/in-turn';
import { useBulkAction } from '../ui/bulk/use-bulk-action';

/** Does one thing to a participation and offers to take it back; a refusal stays in the dialog, to act upon. */
export function useChanging(participation: Participation, onDone: () => void) {
  const { perform, isBusy } = useBulkAction();
  const [refusal, setRefusal] = useState<unknown>(undefined);
  const change = async (said: string, turn: Turn<Participation>): Promise<void> => {
    setRefusal(undefined);
    const { refused } = await perform({ records: [participation], turn, said: () => said });
    if (refused[0]) setRefusal(refused[0].error);
    else onDone();
  };
  return { change, isBusy, refusal };
}
