import { MenuItem, TextField, Typography } from '@mui/material';
import { PARTICIPATION_LEVELS, type ParticipationLevel } from '@fieldlab/domain';
import { useNotify, useRefresh } from 'react-admin';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { capitalised, useT, useWords } from '../i18n/use-t';
import { api } from '../providers/api';
import { answered } from '@fieldlab/api-client';
import { failingWell } from '../providers/http';
import type { Participation } from '../providers/records';
import { today } from '../providers/today';
import { DateField } from '../ui/dates/DateField';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useErrorText } from '../ui/use-error-text';

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
  const { level, on, setLevel, setOn, save, isBusy } = useStep(participation, onClose);
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
      onConfirm={() => void save()}
      onClose={onClose}
    >
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
  const notify = useNotify();
  const refresh = useRefresh();
  const text = useErrorText();
  const next = PARTICIPATION_LEVELS[PARTICIPATION_LEVELS.indexOf(participation.level) + 1] ?? 'PARTICIPANT';
  const [level, setLevel] = useState<ParticipationLevel>(next);
  const [on, setOn] = useState(today());
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const path = { id: participation.id };
      await failingWell(
        answered(api.POST('/api/v1/participations/{id}/step', { params: { path }, body: { level, on } })),
      );
      notify(t('logging.step.done', { company: participation.companyName, level: words.level[level] }));
      refresh();
      onClose();
    } catch (error) {
      notify(text(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return { level, on, setLevel, setOn, save, isBusy };
}
