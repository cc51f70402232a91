import { useNotify } from 'react-admin';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import { useRoundActions, type Place, type Submission } from '../providers/rounds';
import { useErrorText } from '../ui/use-error-text';
import { firstWithoutDay, submissionOf, toggled, type Stopped } from './ticks';

export interface Ticks {
  stopped: Stopped;
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
  const [stopped, setStopped] = useState<Stopped>({});
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
      notify(t('rounds.submission.done'), { type: 'success' });
    } catch (error) {
      notify(text(error), { type: 'error' });
    }
    setBusy(false);
  };
  return {
    ...{ stopped, isTried, isBusy, submit },
    toggle: (id) => setStopped((former) => toggled(former, id)),
    end: (id, lastDay) => setStopped((former) => ({ ...former, [id]: lastDay })),
  };
}
