import { useEffect } from 'react';
import { useFormState } from 'react-hook-form';
import { useBlocker } from 'react-router-dom';
import { useT } from '../../i18n/use-t';
import { ConfirmDialog } from '../page/ConfirmDialog';

/** Leaving a form in which something was typed asks first, by a dialog that says what is lost. */
export function FormLeaveGuard() {
  const { dirtyFields, isSubmitting, isSubmitSuccessful } = useFormState();
  const isHeld = Object.keys(dirtyFields).length > 0 && !isSubmitSuccessful;
  return <LeaveGuard isHeld={isHeld} isSaving={isSubmitting} />;
}

/** Leaving while something typed is not saved asks first; the browser asks itself when the tab is closed. */
export function LeaveGuard({ isHeld, isSaving = false }: { isHeld: boolean; isSaving?: boolean }) {
  const t = useT();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isHeld && currentLocation.pathname !== nextLocation.pathname,
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
  return (
    <ConfirmDialog
      title={t('register.leave.title')}
      text={t('register.leave.text')}
      action={t('register.leave.leave')}
      cancel={t('register.leave.stay')}
      onConfirm={() => blocker.proceed()}
      onClose={() => blocker.reset()}
    />
  );
}
