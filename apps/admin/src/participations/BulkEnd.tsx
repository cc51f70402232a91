import { Button } from '@mui/material';
import { useDataProvider } from 'react-admin';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { RegisterProvider } from '../providers/data-provider';
import { reasonQuery } from '../providers/reason';
import type { Participation } from '../providers/records';
import { today } from '../providers/today';
import { LeftAlone, type Turn } from '../ui/bulk/in-turn';
import { ChosenNames } from '../ui/bulk/ChosenNames';
import { RefusedDialog } from '../ui/bulk/RefusedDialog';
import { useBulk } from '../ui/bulk/use-bulk';
import { DateField } from '../ui/dates/DateField';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { ReasonField } from '../ui/page/ReasonField';
import { participationName } from './participation-name';

/** Ends the chosen participations on one day; the notice that says so takes it back. */
export function BulkEnd() {
  const t = useT();
  const ending = useEndingTurn();
  const said = (count: number): string => t('logging.end.doneMany', { smart_count: count });
  const { count, run, isBusy, outcome, dismiss } = useBulk<Participation>(said);
  const [isAsking, setAsking] = useState(false);
  const confirm = async (lastDay: string, reason: string): Promise<void> => {
    await run(ending(lastDay, reason));
    setAsking(false);
  };
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('logging.end.action')}
      </Button>
      {isAsking && (
        <EndManyDialog
          count={count}
          isBusy={isBusy}
          onConfirm={(lastDay, reason) => void confirm(lastDay, reason)}
          onClose={() => setAsking(false)}
        />
      )}
      {outcome && (
        <RefusedDialog outcome={outcome} nameOf={participationName} said={said} onClose={dismiss} />
      )}
    </>
  );
}

interface EndManyDialogProps {
  count: number;
  isBusy: boolean;
  onConfirm: (lastDay: string, reason: string) => void;
  onClose: () => void;
}

function EndManyDialog({ count, isBusy, onConfirm, onClose }: EndManyDialogProps) {
  const t = useT();
  const [lastDay, setLastDay] = useState(today());
  const [isReadable, setReadable] = useState(true);
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title={t('logging.end.titleMany', { smart_count: count })}
      text={t('logging.end.textMany')}
      action={t('logging.end.save')}
      isHarmless
      isBusy={isBusy}
      isDisabled={lastDay === '' || !isReadable}
      onConfirm={() => onConfirm(lastDay, reason)}
      onClose={onClose}
    >
      <ChosenNames nameOf={participationName} />
      <DateField
        autoFocus
        required
        label={t('logging.end.lastDay')}
        value={lastDay}
        onDate={(date) => {
          setLastDay(date);
          setReadable(true);
        }}
        onUnreadable={() => setReadable(false)}
      />
      <ReasonField value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

/** Ending one; what ended before that day stays as it is, and what began after it too. */
function useEndingTurn(): (lastDay: string, reason: string) => Turn<Participation> {
  const t = useT();
  const { date } = useFormat();
  const provider = useDataProvider<RegisterProvider>();
  const change = (from: Participation, lastDay: string | null, reason: string) =>
    provider.update<Participation>('participations', {
      id: from.id,
      data: { ...from, lastDay },
      previousData: from,
      meta: { query: reasonQuery(reason) },
    });
  return (lastDay, reason) => async (record) => {
    if (record.lastDay !== null && record.lastDay <= lastDay)
      throw new LeftAlone(t('logging.end.endedBefore', { date: date(record.lastDay) }));
    if (record.startedOn > lastDay)
      throw new LeftAlone(t('logging.end.beganAfter', { date: date(record.startedOn) }));
    const { data: ended } = await change(record, lastDay, reason);
    return () => change(ended, record.lastDay, t('register.bulk.undoReason'));
  };
}
