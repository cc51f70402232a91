import { useRef, useState } from 'react';
import { useT } from '../i18n/use-t';
import { keepDraft } from '../providers/drafts';
import { useRoundActions, type Place, type Submission } from '../providers/rounds';
import { useOfferUndo } from '../ui/bulk/use-bulk-action';
import { useKept, type KeptState } from '../ui/forms/use-kept';
import { useAttempt } from '../ui/use-attempt';
import { firstWithoutDay, stillAsked, submissionOf, toggled, type Stopped } from './ticks';

export interface Ticks {
  stopped: Stopped;
  /** What is kept of it in this browser. */
  typed: KeptState<{ stopped: Stopped }>;
  isSent: () => boolean;
  /** Submitting was tried: what is missing may be marked. */
  isTried: boolean;
  isBusy: boolean;
  toggle: (id: string) => void;
  end: (id: string, lastDay: string) => void;
  submit: () => Promise<void>;
}

/** Who was unticked, since when, and sending it. */
export function useTicks(place: Place, { participations }: Submission): Ticks {
  const t = useT();
  const actions = useRoundActions();
  const draft = `round.${place.id}.${place.centreId}`;
  const offerUndo = useOfferUndo();
  const typed = useKept<{ stopped: Stopped }>(draft, { stopped: {} });
  // Who stopped elsewhere meanwhile is not asked about any more.
  const stopped = stillAsked(typed.value.stopped, participations);
  const sent = useRef(false);
  const [isTried, setTried] = useState(false);
  const { isBusy, attempt } = useAttempt();
  const submit = async (): Promise<void> => {
    const missing = firstWithoutDay(stopped);
    setTried(true);
    if (missing !== undefined) {
      document.getElementById(`last-day-${missing}`)?.focus();
      return;
    }
    const isDone = await attempt(() => actions.submit(place, submissionOf(participations, stopped)));
    if (!isDone) return;
    sent.current = true;
    typed.restart();
    const undo = (): Promise<unknown> => {
      // Who undoes a slip wants to mend it, and not to fill it in again.
      keepDraft(draft, { stopped });
      return actions.withdraw(place);
    };
    offerUndo(t('rounds.submission.done'), { undos: [undo], undone: t('rounds.submission.withdrawn') });
  };
  return {
    ...{ stopped, typed, isTried, isBusy, submit },
    isSent: () => sent.current,
    toggle: (id) => typed.set({ stopped: toggled(stopped, id) }),
    end: (id, lastDay) => typed.set({ stopped: { ...stopped, [id]: lastDay } }),
  };
}
