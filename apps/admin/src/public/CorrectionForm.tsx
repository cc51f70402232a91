import { Button, MenuItem, Stack, TextField } from '@mui/material';
import { isCalendarDate, PARTICIPATION_LEVELS, type ParticipationLevel } from '@fieldlab/domain';
import { useState, type SyntheticEvent } from 'react';
import { capitalised, useT, useWords } from '../i18n/use-t';
import { useStatement, type ParticipationLink } from '../providers/participation-link';
import { DateField } from '../ui/dates/DateField';
import { Fault } from '../ui/forms/Fault';
import { useFaults } from '../ui/use-faults';

interface CorrectionFormProps {
  token: string;
  link: ParticipationLink;
  onDone: () => void;
}

/** What the participation is, filled in as it is registered or was stated before. */
export function CorrectionForm({ token, link, onDone }: CorrectionFormProps) {
  const t = useT();
  const statement = useStatement(token);
  const [typed, setTyped] = useState(link.stated ?? link.registered);
  const faults = useFaults(statement.error, ['startedOn', 'lastDay']);
  const { level, startedOn, lastDay } = typed;
  const isComplete = isCalendarDate(startedOn) && (lastDay === null || isCalendarDate(lastDay));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    statement.mutate(typed, { onSuccess: onDone });
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 4 }}>
      <Fault text={faults.rest} />
      <LevelChoice level={level} onChange={(chosen) => setTyped({ ...typed, level: chosen })} />
      <DateField
        label={t('publicly.participation.since')}
        value={startedOn}
        onDate={(date) => setTyped({ ...typed, startedOn: date })}
        error={faults.of('startedOn') !== undefined}
        helperText={faults.of('startedOn') ?? ''}
      />
      <DateField
        label={t('publicly.participation.lastDay')}
        value={lastDay ?? ''}
        onDate={(date) => setTyped({ ...typed, lastDay: date === '' ? null : date })}
        error={faults.of('lastDay') !== undefined}
        helperText={faults.of('lastDay') ?? t('publicly.participation.lastDayHelp')}
      />
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap' }}>
        <Button type="submit" variant="contained" disabled={!isComplete} loading={statement.isPending}>
          {t('publicly.participation.send')}
        </Button>
        <Button onClick={onDone}>{t('publicly.participation.cancel')}</Button>
      </Stack>
    </Stack>
  );
}

interface LevelChoiceProps {
  level: ParticipationLevel;
  onChange: (level: ParticipationLevel) => void;
}

function LevelChoice({ level, onChange }: LevelChoiceProps) {
  const t = useT();
  const words = useWords();
  return (
    <TextField
      select
      label={t('publicly.participation.level')}
      value={level}
      onChange={(event) => onChange(event.target.value as ParticipationLevel)}
      helperText={t(`logging.levels.${level}`)}
    >
      {PARTICIPATION_LEVELS.map((one) => (
        <MenuItem key={one} value={one}>
          {capitalised(words.level[one])}
        </MenuItem>
      ))}
    </TextField>
  );
}
