import { useNotificationContext } from 'react-admin';
import { lazy, Suspense, useState } from 'react';

const NoticeBar = lazy(() => import('./NoticeBar'));

/** What just happened; how it is said arrives with the first that is to be said. */
export function Notices() {
  const { notifications } = useNotificationContext();
  const [isNeeded, setNeeded] = useState(false);
  if (notifications.length > 0 && !isNeeded) setNeeded(true);
  return (
    isNeeded && (
      <Suspense>
        <NoticeBar />
      </Suspense>
    )
  );
}
