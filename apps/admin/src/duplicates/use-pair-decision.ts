import { useState } from 'react';
import { useT } from '../i18n/use-t';
import { useDecisions, type Duplicate, type MergeInput } from '../providers/duplicates';
import { useOfferUndo } from '../ui/bulk/use-bulk-action';
import { useErrorText } from '../ui/use-error-text';

interface PairDecision {
  isBusy: boolean;
  failure: string;
  same: (merge: MergeInput) => Promise<void>;
  different: () => Promise<void>;
}

/** Decides about a pair, and offers to take that back. */
export function usePairDecision(pair: Duplicate): PairDecision {
  const t = useT();
  const errorText = useErrorText();
  const offerUndo = useOfferUndo();
  const { merge, takeBack, decide } = useDecisions();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const perform = async (
    act: () => Promise<{ said: string; undo: () => Promise<unknown> }>,
  ): Promise<void> => {
    setBusy(true);
    setFailure('');
    try {
      const { said, undo } = await act();
      offerUndo(said, { undos: [undo] });
    } catch (error) {
      setFailure(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    failure,
    same: (input) =>
      perform(async () => {
        const made = await merge(input);
        const said = t('duplicates.merged', { merged: made.mergedName, survivor: made.survivorName });
        return { said, undo: () => takeBack(made) };
      }),
    different: () =>
      perform(async () => {
        const decided = await decide(pair, 'DIFFERENT');
        const said = t('duplicates.wereDifferent', { left: pair.left.name, right: pair.right.name });
        return { said, undo: () => decide(decided, 'OPEN') };
      }),
  };
}
