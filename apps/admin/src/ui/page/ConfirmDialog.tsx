import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';

interface ConfirmDialogProps {
  title: string;
  text: string;
  action: string;
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
  const { children, onConfirm, onClose } = props;
  const t = useT();
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="xs">
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 4 }}>
        <DialogContentText>{text}</DialogContentText>
        {children}
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        <Button color="inherit" onClick={onClose}>
          {t('register.form.cancel')}
        </Button>
        <Button
          variant="contained"
          color={isHarmless ? 'primary' : 'error'}
          onClick={onConfirm}
          loading={isBusy}
          disabled={isDisabled}
          autoFocus
        >
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
