import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useEffect, useId, useState } from 'react';
import { useT } from '../i18n/use-t';
import { staySignedIn } from '../providers/session';
import { sessionEnd } from '../providers/session-end';

const MINUTE_MS = 60_000;

type State = { stage: 'fine' } | { stage: 'soon'; minutes: number; canStay: boolean } | { stage: 'over' };
const FINE: State = { stage: 'fine' };

/**
 * Says in time that the session ends, and how to stay. When it has ended the page stays where it is: who signs in
 * again beside it goes on with what was typed.
 */
export function SessionNotice() {
  const t = useT();
  const id = useId();
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
    <Dialog
      open
      role="alertdialog"
      onClose={close}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
    >
      <DialogTitle id={`${id}-title`}>{t(TITLES[canStay ? 'idle' : state.stage])}</DialogTitle>
      <DialogContent>
        <DialogContentText id={`${id}-text`}>
          {state.stage === 'soon'
            ? t(canStay ? 'frame.session.idle' : 'frame.session.soon', { smart_count: state.minutes })
            : t('frame.session.over')}
        </DialogContentText>
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        {canStay ? (
          <Button variant="contained" onClick={stay} autoFocus>
            {t('frame.session.stay')}
          </Button>
        ) : (
          <Button variant="contained" href="/login" target="_blank" rel="noopener" autoFocus>
            {t('frame.session.again')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

const TITLES = {
  idle: 'frame.session.idleTitle',
  soon: 'frame.session.soonTitle',
  over: 'frame.session.overTitle',
} as const;

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
