import { useNotify } from 'react-admin';
import { useRef, useState } from 'react';
import { useT } from '../i18n/use-t';
import { useRoundActions, type Place, type Submission } from '../providers/rounds';
import { useKept, type KeptState } from '../ui/forms/use-kept';
import { useErrorText } from '../ui/use-error-text';
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
  const notify = useNotify();
  const text = useErrorText();
  const actions = useRoundActions();
  const typed = useKept<{ stopped: Stopped }>(`round.${place.id}.${place.centreId}`, { stopped: {} });
  // Who stopped elsewhere meanwhile is not asked about any more.
  const stopped = stillAsked(typed.value.stopped, participations);
  const sent = useRef(false);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    const missing = firstWithoutDay(stopped);
    setTried(true);
    if (missing !== undefined) {
      document.getElementById(`last-day-${missing}`)?.focus();
      return;
    }
    setBusy(true);
    try {
      await actions.submit(place, submissionOf(participations, stopped));
      sent.current = true;
      typed.restart();
      notify(t('rounds.submission.done'), { type: 'success' });
    } catch (error) {
      notify(text(error), { type: 'error' });
    }
    setBusy(false);
  };
  return {
    ...{ stopped, typed, isTried, isBusy, submit },
    isSent: () => sent.current,
    toggle: (id) => typed.set({ stopped: toggled(stopped, id) }),
    end: (id, lastDay) => typed.set({ stopped: { ...stopped, [id]: lastDay } }),
  };
}
