import { Button } from '@mui/material';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { useRoundActions, type Round } from '../providers/rounds';
import { useOfferUndo } from '../ui/bulk/use-bulk-action';
import { DateField } from '../ui/dates/DateField';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useAttempt } from '../ui/use-attempt';

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
  const offerUndo = useOfferUndo();
  const { moveDue } = useRoundActions();
  const [dueOn, setDueOn] = useState(round.dueOn);
  const { isBusy, attempt } = useAttempt();
  const save = async (): Promise<void> => {
    const moved = await moveDue(round, dueOn);
    const undo = () => moveDue({ ...round, version: moved.version }, round.dueOn);
    const said = (day: string): string => t('rounds.dueChanged', { date: date(day) });
    offerUndo(said(dueOn), { undos: [undo], undone: said(round.dueOn) });
    onClose();
  };
  return (
    <ConfirmDialog
      title={t('rounds.changeDue')}
      text={quarter(round.period)}
      action={t('register.form.save')}
      isHarmless
      isBusy={isBusy}
      isDisabled={dueOn === ''}
      onConfirm={() => void attempt(save)}
      onClose={onClose}
    >
      <DateField label={t('rounds.due')} value={dueOn} onDate={setDueOn} />
    </ConfirmDialog>
  );
}
