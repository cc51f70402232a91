import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { LeaveDialog } from '../page/ConfirmDialog';

interface LeaveGuardProps {
  /** Something was typed that is saved nowhere. */
  isHeld: boolean;
  isSaving?: boolean;
  /** Asked at the moment of leaving: a save leads on before anything is drawn again. */
  isSaved?: () => boolean;
  /** Told when somebody leaves what was typed. */
  onLeave?: () => void;
}

/** Leaving while something typed is not saved asks first; the browser asks itself when the tab is closed. */
export function LeaveGuard({ isHeld, isSaving = false, isSaved = () => false, onLeave }: LeaveGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isHeld && !isSaved() && currentLocation.pathname !== nextLocation.pathname,
  );
  const isBlocked = blocker.state === 'blocked';
  useEffect(() => {
    // What was saved meanwhile holds nobody back.
    if (isBlocked && !isHeld) blocker.proceed();
  }, [isBlocked, isHeld, blocker]);
  useEffect(() => {
    if (!isHeld) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isHeld]);
  if (!isBlocked || !isHeld || isSaving) return null;
  const leave = (): void => {
    onLeave?.();
    blocker.proceed();
  };
  return <LeaveDialog onLeave={leave} onStay={() => blocker.reset()} />;
}
