import { Button, TextField, Typography } from '@mui/material';
import { addDays } from '@fieldlab/domain';
import { useNotify } from 'react-admin';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { useRoundActions, type Place, type Submission } from '../providers/rounds';
import { today } from '../providers/today';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useErrorText } from '../ui/use-error-text';

type Decision = 'accept' | 'return';

interface DecideProps {
  place: Place;
  submission: Submission;
}

/** What an administrator makes of a submission; the server says what can be done. */
export function Decide({ place, submission }: DecideProps) {
  const t = useT();
  const { date } = useFormat();
  const [asked, ask] = useState<Decision | undefined>(undefined);
  const { actions, lastDay } = submission;
  const isOver = lastDay < today();
  return (
    <>
      {actions.includes('return') && (
        <Button variant="outlined" onClick={() => ask('return')}>
          {t('rounds.submission.return')}
        </Button>
      )}
      {actions.includes('accept') && isOver && (
        <Button variant="contained" onClick={() => ask('accept')}>
          {t('rounds.submission.accept')}
        </Button>
      )}
      {actions.includes('accept') && !isOver && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('rounds.submission.notOver', { date: date(addDays(lastDay, 1)) })}
        </Typography>
      )}
      {asked === 'accept' && <AcceptDialog {...{ place, submission }} onClose={() => ask(undefined)} />}
      {asked === 'return' && <ReturnDialog {...{ place, submission }} onClose={() => ask(undefined)} />}
    </>
  );
}

type DialogProps = DecideProps & { onClose: () => void };

function AcceptDialog({ place, submission: { centreName, period }, onClose }: DialogProps) {
  const t = useT();
  const { quarter } = useFormat();
  const actions = useRoundActions();
  const { run, isBusy } = useDeciding(onClose);
  return (
    <ConfirmDialog
      title={t('rounds.submission.acceptTitle', { centre: centreName })}
      text={t('rounds.submission.acceptText', { period: quarter(period) })}
      action={t('rounds.submission.accept')}
      isHarmless
      isBusy={isBusy}
      onConfirm={() => void run(actions.accept(place), t('rounds.submission.accepted'))}
      onClose={onClose}
    />
  );
}

function ReturnDialog({ place, submission: { centreName }, onClose }: DialogProps) {
  const t = useT();
  const actions = useRoundActions();
  const { run, isBusy } = useDeciding(onClose);
  const [remark, setRemark] = useState('');
  return (
    <ConfirmDialog
      title={t('rounds.submission.returnTitle', { centre: centreName })}
      text={t('rounds.submission.returnText')}
      action={t('rounds.submission.return')}
      isHarmless
      isBusy={isBusy}
      isDisabled={remark.trim() === ''}
      onConfirm={() => void run(actions.return(place, remark), t('rounds.submission.returned'))}
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

function useDeciding(onClose: () => void) {
  const notify = useNotify();
  const text = useErrorText();
  const [isBusy, setBusy] = useState(false);
  const run = async (pending: Promise<unknown>, done: string): Promise<void> => {
    setBusy(true);
    try {
      await pending;
      notify(done, { type: 'success' });
    } catch (error) {
      notify(text(error), { type: 'error' });
    }
    onClose();
  };
  return { run, isBusy };
}
