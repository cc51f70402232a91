import { useNotificationContext } from 'react-admin';
import { lazy, Suspense, useEffect, useState } from 'react';

const NoticeBar = lazy(() => import('./NoticeBar'));

/** Safari does not say when it has nothing to do. */
const SOON_MS = 2000;

/**
 * What just happened. How it is said comes with the first that is to be said, or when the page has nothing else to do: that
 * the connection is gone could not be said by what is still to be loaded over it.
 */
export function Notices() {
  const { notifications } = useNotificationContext();
  const [isNeeded, setNeeded] = useState(false);
  if (notifications.length > 0 && !isNeeded) setNeeded(true);
  useEffect(() => whenIdle(() => setNeeded(true)), []);
  return (
    isNeeded && (
      <Suspense>
        <NoticeBar />
      </Suspense>
    )
  );
}

/** @returns what calls it off */
function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const asked = window.requestIdleCallback(work);
    return () => window.cancelIdleCallback(asked);
  }
  const asked = setTimeout(work, SOON_MS);
  return () => clearTimeout(asked);
}
