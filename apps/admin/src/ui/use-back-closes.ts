import { useEffect } from 'react';
import { NavigationType, useBlocker } from 'react-router-dom';

/** Going back closes what lies over the page, and leaves the page where it was. */
export function useBackCloses(onClose: () => void): void {
  const blocker = useBlocker(({ historyAction }) => historyAction === NavigationType.Pop);
  const isBack = blocker.state === 'blocked';
  useEffect(() => {
    if (!isBack) return;
    blocker.reset();
    onClose();
    // The blocker is another object at every render.
  }, [isBack, blocker, onClose]);
}
