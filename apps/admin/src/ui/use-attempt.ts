import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useErrorText } from './use-error-text';

interface Attempt {
  isBusy: boolean;
  /** Answers whether it went well; what went wrong is said as a notification. */
  attempt: (action: () => Promise<unknown>) => Promise<boolean>;
}

/** Does what a button is pressed for: meanwhile it is busy, and a failure is told. */
export function useAttempt(): Attempt {
  const notify = useNotify();
  const text = useErrorText();
  const [isBusy, setBusy] = useState(false);
  const attempt = async (action: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    try {
      await action();
      return true;
    } catch (error) {
      notify(text(error), { type: 'error' });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, attempt };
}
