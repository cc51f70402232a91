import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
} from '@mui/material';
import { useId } from 'react';
import { useT } from '../../i18n/use-t';
import { useWhy } from '../use-error-text';
import type { Outcome } from './in-turn';
import { useUndo } from './use-bulk-action';

interface RefusedDialogProps<T> {
  outcome: Outcome<T>;
  nameOf: (record: T) => string;
  /** What was done, of so many. */
  said: (count: number) => string;
  onClose: () => void;
}

/** Says how many went through, and of each that did not why. */
export function RefusedDialog<T extends { id: string }>(props: RefusedDialogProps<T>) {
  const { outcome, nameOf, said, onClose } = props;
  const t = useT();
  const id = useId();
  const why = useWhy();
  const undo = useUndo();
  const { undos, refused } = outcome;
  const done = undos.length > 0 ? `${said(undos.length)}.` : t('frame.errors.nothingLost');
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>
        {t(undos.length > 0 ? 'register.bulk.partly' : 'register.bulk.nothing')}
      </DialogTitle>
      <DialogContent>
        <DialogContentText>
          {done} {t('register.bulk.refused', { smart_count: refused.length })}
        </DialogContentText>
        <Box component="ul" sx={{ pl: 5, mb: 0, overflowWrap: 'anywhere' }}>
          {refused.map(({ record, error }) => (
            <li key={record.id}>
              {nameOf(record)}: {why(error)}
            </li>
          ))}
        </Box>
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        {undos.length > 0 && (
          <Button
            color="inherit"
            onClick={() => {
              onClose();
              void undo(outcome);
            }}
          >
            {t('register.record.undo')}
          </Button>
        )}
        <Button variant="contained" onClick={onClose} autoFocus>
          {t('register.bulk.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
