import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { useT, useWords } from '../i18n/use-t';
import type { RegisterProvider } from '../providers/data-provider';
import type { Participation } from '../providers/records';
import { today } from '../providers/today';
import { DateField } from '../ui/dates/DateField';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useErrorText } from '../ui/use-error-text';

/** Ends a participation: people say the last day on which it holds. */
export function EndDialog({ participation, onClose }: { participation: Participation; onClose: () => void }) {
  const t = useT();
  const words = useWords();
  const { date } = useFormat();
  const { lastDay, setLastDay, save, isBusy } = useEnding(participation, onClose);
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
      onConfirm={() => void save()}
      onClose={onClose}
    >
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
  const notify = useNotify();
  const refresh = useRefresh();
  const text = useErrorText();
  const provider = useDataProvider<RegisterProvider>();
  const [lastDay, setLastDay] = useState(today());
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const { id, companyName } = participation;
      await provider.update('participations', {
        id,
        data: { ...participation, lastDay },
        previousData: participation,
      });
      notify(t('logging.end.done', { company: companyName, date: date(lastDay) }));
      refresh();
      onClose();
    } catch (error) {
      notify(text(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return { lastDay, setLastDay, save, isBusy };
}
