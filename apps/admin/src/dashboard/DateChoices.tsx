import { MenuItem, Stack, TextField } from '@mui/material';
import { useT } from '../i18n/use-t';
import { today } from '../providers/today';
import { DateField } from '../ui/dates/DateField';
import { COMPARISONS, type Comparison } from './comparison';
import type { Dates } from './use-dates';

/** The day of the overview, and the one that it is compared with. */
export function DateChoices({ asOf, comparison, show }: Dates) {
  return (
    <>
      <AsOf value={asOf} onChange={(date) => show({ asOf: date })} />
      <Compare value={comparison} onChange={(by) => show({ comparison: by })} />
    </>
  );
}

function Compare({ value, onChange }: { value: Comparison; onChange: (comparison: Comparison) => void }) {
  const t = useT();
  return (
    <TextField
      select
      label={t('dashboard.compareWith')}
      value={value}
      onChange={(event) => onChange(event.target.value as Comparison)}
      sx={{ minWidth: 168 }}
    >
      {COMPARISONS.map((one) => (
        <MenuItem key={one} value={one}>
          {t(`dashboard.comparisons.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function AsOf({ value, onChange }: { value: string; onChange: (date: string) => void }) {
  const t = useT();
  return (
    <Stack direction="row" sx={{ gap: 2 }}>
      <DateField
        label={t('dashboard.asOf')}
        value={value}
        onDate={(date) => onChange(date || today())}
        sx={{ width: 172 }}
      />
    </Stack>
  );
}
