import { Button } from '@mui/material';
import { useNotify } from 'react-admin';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import { useRoundActions, type RoundBoard } from '../providers/rounds';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useAttempt } from '../ui/use-attempt';

/** Mails the coordinators of every centre that is late. */
export function Remind({ round }: { round: RoundBoard }) {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  const { send, isBusy } = useReminding(round.id, () => setAsking(false));
  const late = round.board.filter(({ isLate }) => isLate).length;
  if (late === 0) return null;
  return (
    <>
      <Button variant="contained" onClick={() => setAsking(true)}>
        {t('rounds.remindLate', { smart_count: late })}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('rounds.remindTitle')}
          text={t('rounds.remindText', { smart_count: late })}
          action={t('rounds.remind')}
          isHarmless
          isBusy={isBusy}
          onConfirm={() => void send()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function useReminding(id: string, onDone: () => void) {
  const t = useT();
  const notify = useNotify();
  const { remind } = useRoundActions();
  const { isBusy, attempt } = useAttempt();
  const send = async (): Promise<void> => {
    await attempt(async () => {
      const { mails, centres } = await remind(id);
      const nobody = centres.filter(({ people }) => people === 0).map(({ centreName }) => centreName);
      const sent = t('rounds.reminded', { smart_count: mails });
      if (nobody.length === 0) notify(sent);
      else notify(`${sent} ${t('rounds.nobody', { centres: nobody.join(', ') })}`, { type: 'warning' });
    });
    onDone();
  };
  return { send, isBusy };
}
