import { useNotificationContext } from 'react-admin';
import { lazy, Suspense, useEffect, useState } from 'react';

const NoticeBar = lazy(() => import('./NoticeBar'));

/** By then the page that somebody came for stands, also over a slow line. */
const SETTLED_MS = 10_000;

/**
 * What just happened. How it is said is not among what a page needs first, and is there before anything can go wrong: that the
 * connection is gone could not be said by what is still to be loaded over it.
 */
export function Notices() {
  const { notifications } = useNotificationContext();
  const [isNeeded, setNeeded] = useState(false);
  if (notifications.length > 0 && !isNeeded) setNeeded(true);
  useEffect(() => onceUsed(() => setNeeded(true)), []);
  return (
    isNeeded && (
      <Suspense>
        <NoticeBar />
      </Suspense>
    )
  );
}

/** Calls back at the first press of a key or a button or the first input, or when the page has stood for a while. @returns what calls it off */
function onceUsed(callback: () => void): () => void {
  const waiting = setTimeout(callback, SETTLED_MS);
  const events = ['pointerdown', 'keydown', 'input'] as const;
  for (const event of events) window.addEventListener(event, callback, { once: true });
  return () => {
    clearTimeout(waiting);
    for (const event of events) window.removeEventListener(event, callback);
  };
}
