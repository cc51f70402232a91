import { isClaim } from '@fieldlab/domain';
import { useDataProvider, useNotify, type RaRecord } from 'react-admin';
import { useT } from '../../i18n/use-t';
import type { RegisterProvider } from '../../providers/data-provider';
import type { Evidence } from '../../providers/evidence';
import { useBulkAction } from '../bulk/use-bulk-action';
import { useDeletingTurn } from '../use-deletion';
import { useErrorText } from '../use-error-text';

type Claim = RaRecord<string> & { claimLevel: string };

/** Deletes a piece of evidence, offers to take that back, and says what became of the claim level. */
export function useEvidenceDeletion(): { remove: (evidence: Evidence) => Promise<void>; isBusy: boolean } {
  const t = useT();
  const notify = useNotify();
  const text = useErrorText();
  const provider = useDataProvider<RegisterProvider>();
  const turn = useDeletingTurn('evidence')('');
  const { perform, isBusy } = useBulkAction();
  const remove = async (evidence: Evidence): Promise<void> => {
    let isLowered = false;
    const { refused } = await perform({
      records: [evidence],
      turn: async (record) => {
        const undo = await turn(record);
        isLowered =
          evidence.claimLevel === 'EVIDENCED' && (await claimLevelOf(provider, evidence)) === 'CONFIRMED';
        return undo;
      },
      said: () => t(isLowered ? 'evidence.lowered' : 'register.record.deleted', { smart_count: 1 }),
    });
    for (const { error } of refused) notify(text(error), { type: 'error' });
  };
  return { remove, isBusy };
}

async function claimLevelOf(provider: RegisterProvider, { resource, recordId }: Evidence) {
  if (!isClaim(resource)) return undefined;
  const { data } = await provider.getOne<Claim>(resource, { id: recordId });
  return data.claimLevel;
}
