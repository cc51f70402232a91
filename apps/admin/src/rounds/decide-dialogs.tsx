import { TextField } from '@mui/material';
import { useNotify } from 'react-admin';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { useRoundActions, type Place, type Submission } from '../providers/rounds';
import { useOfferUndo } from '../ui/bulk/use-bulk-action';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useAttempt } from '../ui/use-attempt';

export interface DecideProps {
  place: Place;
  submission: Submission;
}
type DialogProps = DecideProps & { onClose: () => void };

export function AcceptDialog({ place, submission: { centreName, period }, onClose }: DialogProps) {
  const t = useT();
  const { quarter } = useFormat();
  const { accept } = useRoundActions();
  const { run, isBusy } = useDeciding(place, onClose);
  return (
    <ConfirmDialog
      title={t('rounds.submission.acceptTitle', { centre: centreName })}
      text={t('rounds.submission.acceptText', { period: quarter(period) })}
      action={t('rounds.submission.accept')}
      isHarmless
      isBusy={isBusy}
      onConfirm={() =>
        void run(() => accept(place), { said: t('rounds.submission.accepted'), isUndoable: true })
      }
      onClose={onClose}
    />
  );
}

export function ReturnDialog({ place, submission: { centreName }, onClose }: DialogProps) {
  const t = useT();
  const actions = useRoundActions();
  const { run, isBusy } = useDeciding(place, onClose);
  const [remark, setRemark] = useState('');
  return (
    <ConfirmDialog
      title={t('rounds.submission.returnTitle', { centre: centreName })}
      text={t('rounds.submission.returnText')}
      action={t('rounds.submission.return')}
      isHarmless
      isBusy={isBusy}
      isDisabled={remark.trim() === ''}
      onConfirm={() =>
        void run(() => actions.return(place, remark), {
          said: t('rounds.submission.returned'),
          isUndoable: true,
        })
      }
      onClose={onClose}
    >
      <TextField
        autoFocus
        multiline
        minRows={3}
        required
        label={t('rounds.submission.remark')}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
    </ConfirmDialog>
  );
}

/** Takes back what a coordinator submitted, while nobody has decided on it. */
export function WithdrawDialog({ place, onClose }: DialogProps) {
  const t = useT();
  const { withdraw } = useRoundActions();
  const { run, isBusy } = useDeciding(place, onClose);
  return (
    <ConfirmDialog
      title={t('rounds.submission.withdrawTitle')}
      text={t('rounds.submission.withdrawText')}
      action={t('rounds.submission.withdraw')}
      isHarmless
      isBusy={isBusy}
      onConfirm={() => void run(() => withdraw(place), { said: t('rounds.submission.withdrawn') })}
      onClose={onClose}
    />
  );
}

/** Takes back what was decided; of what was accepted the server then asks why. */
export function ReopenDialog({ place, onClose }: DialogProps) {
  const t = useT();
  const { reopen } = useRoundActions();
  const { run, isBusy } = useDeciding(place, onClose);
  return (
    <ConfirmDialog
      title={t('rounds.submission.reopenTitle')}
      text={t('rounds.submission.reopenText')}
      action={t('rounds.submission.reopenAction')}
      isHarmless
      isBusy={isBusy}
      onConfirm={() => void run(() => reopen(place), { said: t('rounds.submission.reopened') })}
      onClose={onClose}
    />
  );
}

/** Decides, and offers to take a decision back; after a refusal what was typed is still there. */
function useDeciding(place: Place, onClose: () => void) {
  const t = useT();
  const notify = useNotify();
  const offerUndo = useOfferUndo();
  const { reopen } = useRoundActions();
  const { isBusy, attempt } = useAttempt();
  const run = async (
    decide: () => Promise<unknown>,
    { said, isUndoable = false }: { said: string; isUndoable?: boolean },
  ): Promise<void> => {
    if (!(await attempt(decide))) return;
    const undo = () => reopen(place, t('register.bulk.undoReason'));
    if (isUndoable) offerUndo(said, { undos: [undo], undone: t('rounds.submission.reopened') });
    else notify(said, { type: 'success' });
    onClose();
  };
  return { run, isBusy };
}
