import { MenuItem, TextField, Typography } from '@mui/material';
import { addDays, daysOfQuarter, quarterOf } from '@fieldlab/domain';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { useRoundActions, type Round } from '../providers/rounds';
import { today } from '../providers/today';
import { useOfferUndo } from '../ui/bulk/use-bulk-action';
import { useUnmaking } from '../ui/forms/use-saved-notice';
import { DateField } from '../ui/dates/DateField';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useAttempt } from '../ui/use-attempt';

/** So many quarters back somebody may still want a round. */
const QUARTERS = 12;
/** What people need to answer, counted from the quarter's end or from now. */
const WEEKS_TO_ANSWER = 3;

interface OpenRoundDialogProps {
  rounds: readonly Round[];
  onClose: () => void;
}

/** Chooses a quarter that has no round yet, and when it is due. */
export function OpenRoundDialog({ rounds, onClose }: OpenRoundDialogProps) {
  const t = useT();
  const { quarter } = useFormat();
  const free = quartersUntil(today()).filter((one) => rounds.every(({ period }) => period !== one));
  // The last quarter that is over comes first to mind; the current one stands above it.
  const [period, setPeriod] = useState(free.find((one) => one !== quarterOf(today())) ?? free[0] ?? '');
  const [dueOn, setDueOn] = useState(period && dueAfter(period));
  const { save, isBusy } = useOpening(onClose);
  const choose = (chosen: string): void => {
    setPeriod(chosen);
    setDueOn(dueAfter(chosen));
  };
  return (
    <ConfirmDialog
      title={t('rounds.openTitle')}
      text={t('rounds.openText')}
      action={t('rounds.open')}
      isHarmless
      isBusy={isBusy}
      isDisabled={period === '' || dueOn === ''}
      onConfirm={() => void save(period, dueOn)}
      onClose={onClose}
    >
      {period === '' ? (
        <Typography>{t('rounds.noQuarterLeft')}</Typography>
      ) : (
        <>
          <TextField
            select
            label={t('rounds.period')}
            value={period}
            onChange={(event) => choose(event.target.value)}
          >
            {free.map((one) => (
              <MenuItem key={one} value={one}>
                {quarter(one)}
              </MenuItem>
            ))}
          </TextField>
          <DateField label={t('rounds.due')} value={dueOn} onDate={setDueOn} />
        </>
      )}
    </ConfirmDialog>
  );
}

function useOpening(onClose: () => void) {
  const t = useT();
  const { quarter } = useFormat();
  const navigate = useNavigate();
  const offerUndo = useOfferUndo();
  const unmake = useUnmaking('rounds');
  const { open } = useRoundActions();
  const { isBusy, attempt } = useAttempt();
  const save = (period: string, dueOn: string): Promise<boolean> =>
    attempt(async () => {
      const round = await open({ period, dueOn });
      onClose();
      await navigate(`/rounds/${round.id}`);
      offerUndo(t('rounds.opened', { period: quarter(period) }), { undos: [() => unmake(round)] });
    });
  return { save, isBusy };
}

/** The quarter of a day and those before it, the latest first. */
function quartersUntil(day: string): string[] {
  const found = [quarterOf(day)];
  while (found.length < QUARTERS) {
    found.push(quarterOf(addDays(daysOfQuarter(found.at(-1) ?? '').firstDay, -1)));
  }
  return found;
}

function dueAfter(period: string): string {
  const { lastDay } = daysOfQuarter(period);
  return addDays(lastDay < today() ? today() : lastDay, WEEKS_TO_ANSWER * 7);
}
