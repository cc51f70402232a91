import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
} from '@mui/material';
import { useEffect, useId, useRef, type ReactNode, type SyntheticEvent } from 'react';
import { useT } from '../../i18n/use-t';
import { focusOnFault } from '../focus-on-fault';

interface ConfirmDialogProps {
  title: string;
  text: string;
  action: string;
  /** In place of the word for not doing it. */
  cancel?: string;
  isBusy?: boolean;
  isHarmless?: boolean;
  /** Something has to be filled in first. */
  isDisabled?: boolean;
  children?: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that people would regret. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, text, action, isBusy = false, isHarmless = false, isDisabled = false } = props;
  const { children, cancel, onConfirm, onClose } = props;
  const t = useT();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!isBusy) focusOnFault(form.current);
  }, [isBusy]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    // A dialog is drawn elsewhere, but React hands its events to what it stands in, such as another form.
    event.stopPropagation();
    onConfirm();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="xs">
      <Box component="form" ref={form} noValidate onSubmit={submit} sx={{ display: 'contents' }}>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          <DialogContentText>{text}</DialogContentText>
          {children}
        </DialogContent>
        <DialogActions sx={{ p: 4 }}>
          <Button color="inherit" onClick={onClose}>
            {cancel ?? t('register.form.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={isHarmless ? 'primary' : 'error'}
            loading={isBusy}
            disabled={isDisabled}
            autoFocus={children === undefined}
          >
            {action}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
