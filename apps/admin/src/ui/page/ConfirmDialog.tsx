import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
} from '@mui/material';
import { useEffect, useId, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
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

/** Asks before something that people would regret; a sentence that was typed in it is not lost by a slip. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, text, action, isBusy = false, isHarmless = false, isDisabled = false } = props;
  const { children, cancel, onConfirm, onClose } = props;
  const t = useT();
  const id = useId();
  const form = useFocusOnFault(isBusy);
  const { isLeaving, listen, close, stay } = useSentence(onClose);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    // A dialog is drawn elsewhere, but React hands its events to what it stands in, such as another form.
    event.stopPropagation();
    onConfirm();
  };
  return (
    <Dialog open onClose={close} aria-labelledby={id} fullWidth maxWidth="xs">
      <Box
        component="form"
        ref={form}
        noValidate
        onInput={listen}
        onSubmit={submit}
        sx={{ display: 'contents' }}
      >
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          <DialogContentText>{text}</DialogContentText>
          {children}
        </DialogContent>
        <DialogActions sx={{ p: 4 }}>
          <Button color="inherit" onClick={close}>
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
      {isLeaving && <LeaveDialog onLeave={onClose} onStay={stay} />}
    </Dialog>
  );
}

/** The form that goes on at what is wrong in it, once the answer is there. */
function useFocusOnFault(isBusy: boolean) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!isBusy) focusOnFault(form.current);
  }, [isBusy]);
  return form;
}

/** Closing asks first while there is a sentence that somebody typed. */
function useSentence(onClose: () => void) {
  const [isLeaving, setLeaving] = useState(false);
  const sentence = useRef('');
  return {
    isLeaving,
    listen: ({ target }: SyntheticEvent): void => {
      if (target instanceof HTMLTextAreaElement) sentence.current = target.value;
    },
    close: (): void => (sentence.current.trim() === '' ? onClose() : setLeaving(true)),
    stay: () => setLeaving(false),
  };
}

/** Says that what was typed is lost by leaving. */
export function LeaveDialog({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) {
  const t = useT();
  return (
    <ConfirmDialog
      title={t('register.leave.title')}
      text={t('register.leave.text')}
      action={t('register.leave.leave')}
      cancel={t('register.leave.stay')}
      onConfirm={onLeave}
      onClose={onStay}
    />
  );
}
