import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let isBegun = false;

/** Whether the page is put on paper now, or shown as on paper. */
export const useIsPrinting = (): boolean =>
  useSyncExternalStore(onChange, () => isBegun || matchMedia('print').matches);

/** Printing does not wait: what is to look different does so before the listener ends. */
function onChange(changed: () => void): () => void {
  const heard = ({ type }: Event): void => {
    if (type !== 'change') isBegun = type === 'beforeprint';
    flushSync(changed);
  };
  const media = matchMedia('print');
  media.addEventListener('change', heard);
  addEventListener('beforeprint', heard);
  addEventListener('afterprint', heard);
  return () => {
    media.removeEventListener('change', heard);
    removeEventListener('beforeprint', heard);
    removeEventListener('afterprint', heard);
  };
}
