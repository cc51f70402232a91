import { useEffect } from 'react';
import { HttpError, useNotify } from 'react-admin';
import { useErrorText } from '../ui/use-error-text';

/** Says what the server refused where the button that was pressed does not say it itself: none fails in silence. */
export function UncaughtRefusals() {
  const notify = useNotify();
  const text = useErrorText();
  useEffect(() => {
    const tell = (event: PromiseRejectionEvent): void => {
      if (!(event.reason instanceof HttpError)) return;
      event.preventDefault();
      notify(text(event.reason), { type: 'error' });
    };
    addEventListener('unhandledrejection', tell);
    return () => removeEventListener('unhandledrejection', tell);
  }, [notify, text]);
  return null;
}
