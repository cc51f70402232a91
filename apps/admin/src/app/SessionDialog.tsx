import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { useT } from '../i18n/use-t';

interface SessionDialogProps {
  isOver: boolean;
  /** Until it is over. */
  minutes: number;
  /** Whether it goes on when the reader does. */
  canStay: boolean;
  onStay: () => void;
  onClose: () => void;
}

/** The session ends, or has ended, and what one can do. */
export default function SessionDialog({ isOver, minutes, canStay, onStay, onClose }: SessionDialogProps) {
  const t = useT();
  const id = useId();
  return (
    <Dialog
      open
      role="alertdialog"
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
    >
      <DialogTitle id={`${id}-title`}>{t(TITLES[canStay ? 'idle' : isOver ? 'over' : 'soon'])}</DialogTitle>
      <DialogContent>
        <DialogContentText id={`${id}-text`}>
          {isOver
            ? t('frame.session.over')
            : t(canStay ? 'frame.session.idle' : 'frame.session.soon', { smart_count: minutes })}
        </DialogContentText>
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        {canStay ? (
          <Button variant="contained" onClick={onStay} autoFocus>
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
