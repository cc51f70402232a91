import { Box, Checkbox, FormControlLabel, MenuItem, Radio, RadioGroup, TextField } from '@mui/material';
import { PARTICIPATION_LEVELS, type ParticipationLevel } from '@fieldlab/domain';
import { useFormat } from '../i18n/format';
import { capitalised, useT, useWords } from '../i18n/use-t';
import type { Activity, Centre } from '../providers/records';
import { DateField } from '../ui/dates/DateField';
import { describeCentre } from '../ui/inputs/describe';
import { RecordPicker } from '../ui/inputs/RecordPicker';
import type { ListDraft } from './draft';

interface TargetFieldsProps {
  draft: ListDraft;
  set: (change: Partial<ListDraft>) => void;
}

/** What the list becomes, and where. */
export function TargetFields({ draft, set }: TargetFieldsProps) {
  const t = useT();
  return (
    <Box sx={{ maxWidth: 880, mb: 6 }}>
      <KindChoice draft={draft} set={set} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr)' },
          columnGap: 3,
          rowGap: { xs: 3, sm: 1 },
          alignItems: 'start',
        }}
      >
        {draft.kind === 'attendances' ? (
          <ActivityField draft={draft} set={set} />
        ) : (
          <CentreField draft={draft} set={set} />
        )}
        {(draft.kind === 'participations' || draft.withParticipation) && <Defaults draft={draft} set={set} />}
      </Box>
      {draft.kind === 'attendances' && (
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              checked={draft.withParticipation}
              onChange={(_event, withParticipation) => set({ withParticipation })}
            />
          }
          label={t('pasting.withParticipation')}
        />
      )}
    </Box>
  );
}

function KindChoice({ draft, set }: TargetFieldsProps) {
  const t = useT();
  return (
    <RadioGroup
      row
      aria-label={t('pasting.kind')}
      value={draft.kind}
      onChange={(_event, kind) => set({ kind: kind as ListDraft['kind'] })}
      sx={{ mb: 3 }}
    >
      <FormControlLabel
        value="participations"
        control={<Radio size="small" />}
        label={t('pasting.participations')}
      />
      <FormControlLabel
        value="attendances"
        control={<Radio size="small" />}
        label={t('pasting.attendances')}
      />
    </RadioGroup>
  );
}

function CentreField({ draft, set }: TargetFieldsProps) {
  const t = useT();
  return (
    <RecordPicker<Centre>
      resource="centres"
      value={draft.centreId}
      onChange={(centreId) => set({ centreId, activityId: null })}
      label={t('logging.centre')}
      describe={describeCentre}
      required
    />
  );
}

function ActivityField({ draft, set }: TargetFieldsProps) {
  const t = useT();
  const { date } = useFormat();
  return (
    <RecordPicker<Activity>
      resource="activities"
      by="title"
      value={draft.activityId}
      onChange={(activityId, activity) =>
        set({ activityId, ...(activity && { centreId: activity.centreId, date: activity.heldOn }) })
      }
      label={t('pasting.activity')}
      describe={({ heldOn, centreName }) => [date(heldOn), centreName].filter(Boolean).join(' · ')}
      required
    />
  );
}

/** For rows that do not say themselves. */
function Defaults({ draft, set }: TargetFieldsProps) {
  const t = useT();
  const words = useWords();
  return (
    <>
      <TextField
        select
        label={t('logging.level')}
        value={draft.level}
        helperText={t('pasting.levelHelp')}
        onChange={(event) => set({ level: event.target.value as ParticipationLevel })}
      >
        {PARTICIPATION_LEVELS.map((level) => (
          <MenuItem key={level} value={level}>
            {capitalised(words.level[level])}
          </MenuItem>
        ))}
      </TextField>
      <DateField
        label={t('logging.since')}
        value={draft.date}
        helperText={t('pasting.dateHelp')}
        onDate={(date) => set({ date })}
      />
    </>
  );
}
