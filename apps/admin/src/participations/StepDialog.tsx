import { Button, MenuItem, TextField, Typography } from '@mui/material';
import { isCalendarDate, PARTICIPATION_LEVELS, type ParticipationLevel } from '@fieldlab/domain';
import { useDataProvider } from 'react-admin';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { capitalised, useT, useWords } from '../i18n/use-t';
import type { RegisterProvider } from '../providers/data-provider';
import { refusalOf } from '../providers/http';
import type { Participation } from '../providers/records';
import { stepTo, undoStep } from '../providers/steps';
import { today } from '../providers/today';
import { DateField } from '../ui/dates/DateField';
import { Fault } from '../ui/forms/Fault';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useErrorText } from '../ui/use-error-text';
import { useChanging } from './use-changing';

/** Another level from a day on: the period closes and the next one opens. */
export function StepDialog({
  participation,
  onClose,
}: {
  participation: Participation;
  onClose: () => void;
}) {
  const t = useT();
  const words = useWords();
  const { date } = useFormat();
  const step = useStep(participation, onClose);
  const { level, on, setLevel, setOn, save, isBusy } = step;
  const company = participation.companyName ?? '';
  const now = t('logging.step.now', {
    level: words.level[participation.level],
    date: date(participation.startedOn),
  });
  return (
    <ConfirmDialog
      title={t('logging.step.title', { company })}
      text={now}
      action={t('logging.step.save')}
      isHarmless
      isBusy={isBusy}
      isDisabled={!isCalendarDate(on)}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <Fault text={step.failure} />
      {step.isCorrectable && (
        <Button variant="outlined" disabled={isBusy} onClick={() => void step.correct()}>
          {t('logging.step.correct', { level: words.level[level] })}
        </Button>
      )}
      <LevelField now={participation.level} value={level} onChange={setLevel} />
      <DateField label={t('logging.step.on')} value={on} onDate={setOn} onUnreadable={setOn} />
    </ConfirmDialog>
  );
}

interface LevelFieldProps {
  now: ParticipationLevel;
  value: ParticipationLevel;
  onChange: (level: ParticipationLevel) => void;
}

function LevelField({ now, value, onChange }: LevelFieldProps) {
  const t = useT();
  const words = useWords();
  return (
    <TextField
      select
      autoFocus
      label={t('logging.step.to')}
      value={value}
      onChange={(event) => onChange(event.target.value as ParticipationLevel)}
    >
      {PARTICIPATION_LEVELS.filter((one) => one !== now).map((one) => (
        <MenuItem key={one} value={one}>
          <span>
            {capitalised(words.level[one])}
            <Typography
              variant="body2"
              component="span"
              sx={{ display: 'block', color: 'text.secondary', whiteSpace: 'normal' }}
            >
              {t(`logging.levels.${one}`)}
            </Typography>
          </span>
        </MenuItem>
      ))}
    </TextField>
  );
}

function useStep(participation: Participation, onClose: () => void) {
  const t = useT();
  const words = useWords();
  const errorText = useErrorText();
  const provider = useDataProvider<RegisterProvider>();
  const next = PARTICIPATION_LEVELS[PARTICIPATION_LEVELS.indexOf(participation.level) + 1] ?? 'PARTICIPANT';
  const [level, setLevel] = useState<ParticipationLevel>(next);
  const [on, setOn] = useState(today());
  const { change, isBusy, refusal } = useChanging(participation, onClose);
  const said = t('logging.step.done', { company: participation.companyName, level: words.level[level] });
  const undoReason = { reason: t('register.bulk.undoReason') };
  const save = (): Promise<void> =>
    change(said, async ({ id }) => {
      const { id: nextId, version } = await stepTo(id, { level, on });
      return () => undoStep(nextId, version, undoReason);
    });
  const patch = (from: Participation, to: ParticipationLevel, query: object = {}) =>
    provider.update<Participation>('participations', {
      id: from.id,
      data: { ...from, level: to },
      previousData: from,
      meta: { query },
    });
  const correct = (): Promise<void> =>
    change(said, async (from) => {
      const { data: corrected } = await patch(from, level);
      return () => patch(corrected, from.level, undoReason);
    });
  return {
    ...{ level, on, setLevel, setOn, save, correct, isBusy },
    failure: refusal ? errorText(refusal) : '',
    isCorrectable: refusal !== undefined && refusalOf(refusal).code === 'STEP_NOT_AFTER_START',
  };
}
