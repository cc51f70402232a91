import { Button, Typography } from '@mui/material';
import { addDays, type SubmissionAction } from '@fieldlab/domain';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { today } from '../providers/today';
import { AcceptDialog, ReopenDialog, ReturnDialog, WithdrawDialog, type DecideProps } from './decide-dialogs';

const DIALOGS = {
  accept: AcceptDialog,
  return: ReturnDialog,
  withdraw: WithdrawDialog,
  reopen: ReopenDialog,
};

/** What is made of a submission, and how that is taken back; the server says what can be done. */
export function Decide({ place, submission }: DecideProps) {
  const t = useT();
  const { date } = useFormat();
  const [asked, ask] = useState<keyof typeof DIALOGS | undefined>(undefined);
  const { actions, lastDay, status } = submission;
  const may = (action: SubmissionAction): boolean => actions.includes(action);
  const isOver = lastDay < today();
  const Dialog = asked && DIALOGS[asked];
  return (
    <>
      {may('withdraw') && (
        <Button variant="outlined" onClick={() => ask('withdraw')}>
          {t('rounds.submission.withdraw')}
        </Button>
      )}
      {may('reopen') && (
        <Button variant="outlined" onClick={() => ask('reopen')}>
          {t(status === 'ACCEPTED' ? 'rounds.submission.reopenAccepted' : 'rounds.submission.reopenReturned')}
        </Button>
      )}
      {may('return') && (
        <Button variant="outlined" onClick={() => ask('return')}>
          {t('rounds.submission.return')}
        </Button>
      )}
      {may('accept') && isOver && (
        <Button variant="contained" onClick={() => ask('accept')}>
          {t('rounds.submission.accept')}
        </Button>
      )}
      {may('accept') && !isOver && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('rounds.submission.notOver', { date: date(addDays(lastDay, 1)) })}
        </Typography>
      )}
      {Dialog && <Dialog place={place} submission={submission} onClose={() => ask(undefined)} />}
    </>
  );
}
