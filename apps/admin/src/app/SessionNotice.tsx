import { lazy, Suspense, useEffect, useState } from 'react';
import { staySignedIn } from '../providers/session';
import { sessionEnd } from '../providers/session-end';

const SessionDialog = lazy(() => import('./SessionDialog'));

const MINUTE_MS = 60_000;

type State = { stage: 'fine' } | { stage: 'soon'; minutes: number; canStay: boolean } | { stage: 'over' };
const FINE: State = { stage: 'fine' };

/**
 * Says in time that the session ends, and how to stay. When it has ended the page stays where it is: who signs in
 * again beside it goes on with what was typed.
 */
export function SessionNotice() {
  const state = useSessionState();
  const [isSeen, setSeen] = useState(false);
  if (state.stage === 'fine' || (state.stage === 'soon' && isSeen)) return null;
  const canStay = state.stage === 'soon' && state.canStay;
  const stay = (): void => void staySignedIn();
  const close = (): void => {
    if (canStay) stay();
    else if (state.stage === 'soon') setSeen(true);
  };
  return (
    <Suspense>
      <SessionDialog
        isOver={state.stage === 'over'}
        minutes={state.stage === 'soon' ? state.minutes : 0}
        canStay={canStay}
        onStay={stay}
        onClose={close}
      />
    </Suspense>
  );
}

function useSessionState(): State {
  const [state, setState] = useState<State>(FINE);
  useEffect(() => {
    const look = (): void => setState((before) => next(before, Date.now()));
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, []);
  const { stage } = state;
  useEffect(() => {
    if (stage !== 'over') return undefined;
    // Signed in again elsewhere: perhaps as somebody else.
    return () => void staySignedIn();
  }, [stage]);
  return state;
}

function next(before: State, now: number): State {
  const end = sessionEnd();
  if (!end || now < end.at - end.lead) return before.stage === 'fine' ? before : FINE;
  if (now >= end.at) return before.stage === 'over' ? before : { stage: 'over' };
  const minutes = Math.ceil((end.at - now) / MINUTE_MS);
  const isSame = before.stage === 'soon' && before.minutes === minutes && before.canStay === end.canStay;
  return isSame ? before : { stage: 'soon', minutes, canStay: end.canStay };
}
