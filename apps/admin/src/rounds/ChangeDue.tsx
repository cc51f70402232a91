import { Button } from '@mui/material';
import { useNotify } from 'react-admin';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { useRoundActions, type Round } from '../providers/rounds';
import { useOfferUndo } from '../ui/bulk/use-bulk-action';
import { DateField } from '../ui/dates/DateField';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useErrorText } from '../ui/use-error-text';

/** Gives everybody more time, or less. */
export function ChangeDue({ round }: { round: Round }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {t('rounds.changeDue')}
      </Button>
      {isOpen && <DueDialog round={round} onClose={() => setOpen(false)} />}
    </>
  );
}

function DueDialog({ round, onClose }: { round: Round; onClose: () => void }) {
  const t = useT();
  const { date, quarter } = useFormat();
  const notify = useNotify();
  const text = useErrorText();
  const offerUndo = useOfferUndo();
  const { moveDue } = useRoundActions();
  const [dueOn, setDueOn] = useState(round.dueOn);
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const moved = await moveDue(round, dueOn);
      const undo = () => moveDue({ ...round, version: moved.version }, round.dueOn);
      const said = (day: string): string => t('rounds.dueChanged', { date: date(day) });
      offerUndo(said(dueOn), { undos: [undo], undone: said(round.dueOn) });
      onClose();
    } catch (error) {
      notify(text(error), { type: 'error' });
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      title={t('rounds.changeDue')}
      text={quarter(round.period)}
      action={t('register.form.save')}
      isHarmless
      isBusy={isBusy}
      isDisabled={dueOn === ''}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <DateField label={t('rounds.due')} value={dueOn} onDate={setDueOn} />
    </ConfirmDialog>
  );
}
