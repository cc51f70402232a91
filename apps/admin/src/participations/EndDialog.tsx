import { isCalendarDate } from '@fieldlab/domain';
import { useDataProvider } from 'react-admin';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { useT, useWords } from '../i18n/use-t';
import type { RegisterProvider } from '../providers/data-provider';
import type { Participation } from '../providers/records';
import { today } from '../providers/today';
import { DateField } from '../ui/dates/DateField';
import { Fault } from '../ui/forms/Fault';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useErrorText } from '../ui/use-error-text';
import { useChanging } from './use-changing';

/** Ends a participation: people say the last day on which it holds. */
export function EndDialog({ participation, onClose }: { participation: Participation; onClose: () => void }) {
  const t = useT();
  const words = useWords();
  const { date } = useFormat();
  const { lastDay, setLastDay, save, isBusy, failure } = useEnding(participation, onClose);
  const company = participation.companyName ?? '';
  const now = t('logging.step.now', {
    level: words.level[participation.level],
    date: date(participation.startedOn),
  });
  return (
    <ConfirmDialog
      title={t('logging.end.title', { company })}
      text={now}
      action={t('logging.end.save')}
      isHarmless
      isBusy={isBusy}
      isDisabled={!isCalendarDate(lastDay)}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <Fault text={failure} />
      <DateField
        autoFocus
        label={t('logging.end.lastDay')}
        value={lastDay}
        onDate={setLastDay}
        onUnreadable={setLastDay}
      />
    </ConfirmDialog>
  );
}

function useEnding(participation: Participation, onClose: () => void) {
  const t = useT();
  const { date } = useFormat();
  const errorText = useErrorText();
  const provider = useDataProvider<RegisterProvider>();
  const [lastDay, setLastDay] = useState(today());
  const { change, isBusy, refusal } = useChanging(participation, onClose);
  const patch = (from: Participation, day: string | null, query: object = {}) =>
    provider.update<Participation>('participations', {
      id: from.id,
      data: { ...from, lastDay: day },
      previousData: from,
      meta: { query },
    });
  const save = async (): Promise<void> => {
    const said = t('logging.end.done', { company: participation.companyName, date: date(lastDay) });
    await change(said, async (from) => {
      const { data: ended } = await patch(from, lastDay);
      return () => patch(ended, from.lastDay, { reason: t('register.bulk.undoReason') });
    });
  };
  return { lastDay, setLastDay, save, isBusy, failure: refusal ? errorText(refusal) : '' };
}
