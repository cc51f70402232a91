import SearchIcon from '@mui/icons-material/Search';
import { Box, InputAdornment, MenuItem, TextField } from '@mui/material';
import { NETHERLANDS } from '@fieldlab/domain';
import { useEffect, useEffectEvent, useState } from 'react';
import { capitalised, useLanguage, useNames, useT } from '../../i18n/use-t';
import type { Centre, User } from '../../providers/records';
import { DateField } from '../dates/DateField';
import { describeCentre } from '../inputs/describe';
import { RecordPicker } from '../inputs/RecordPicker';
import { useDebounced } from '../use-debounced';
import { useView } from './use-view';

/** One filter of the list around it, kept in the page's address. */
function useFilter(source: string): [string, (value: string | null) => void] {
  const { filters, setFilters } = useView();
  const current = filters[source];
  const set = (value: string | null): void => {
    const { [source]: _former, ...others } = filters;
    setFilters(value ? { ...others, [source]: value } : others);
  };
  return [typeof current === 'string' ? current : '', set];
}

export function SearchFilter() {
  const t = useT();
  const [asked, ask] = useFilter('q');
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const settled = useDebounced(typed, 250);
  const send = useEffectEvent((text: string) => ask(text.trim()));
  useEffect(() => {
    if (settled !== undefined) send(settled);
  }, [settled]);
  const text = typed ?? asked;
  return (
    <TextField
      type="search"
      label={t('register.list.search')}
      value={text}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed !== undefined) ask(typed.trim());
        setTyped(undefined);
      }}
      sx={{ width: { xs: '100%', sm: 240 } }}
      slotProps={{
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}

export function ChoiceFilter({
  resource,
  source,
  words,
}: {
  resource: string;
  source: string;
  words: Readonly<Record<string, string>>;
}) {
  const t = useT();
  const { field } = useNames();
  const [value, set] = useFilter(source);
  return (
    <TextField
      select
      label={field(resource, source)}
      value={value}
      onChange={(event) => set(event.target.value)}
      sx={{ width: { xs: '100%', sm: 168 } }}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      <MenuItem value="">{t('register.list.any')}</MenuItem>
      {Object.entries(words).map(([code, word]) => (
        <MenuItem key={code} value={code}>
          {capitalised(word)}
        </MenuItem>
      ))}
    </TextField>
  );
}

export function ProvinceFilter({ resource }: { resource: string }) {
  const language = useLanguage();
  const words = Object.fromEntries(NETHERLANDS.regions.map(({ code, name }) => [code, name[language]]));
  return <ChoiceFilter resource={resource} source="province" words={words} />;
}

export function CentreFilter({ resource }: { resource: string }) {
  const { field } = useNames();
  const [value, set] = useFilter('centreId');
  return (
    <Box sx={{ width: { xs: '100%', sm: 260 } }}>
      <RecordPicker<Centre>
        resource="centres"
        value={value || null}
        onChange={(id) => set(id)}
        label={field(resource, 'centreId')}
        describe={describeCentre}
        helperText=""
        keepsChosen
      />
    </Box>
  );
}

/** Who, by name. */
export function PersonFilter({ resource, source }: { resource: string; source: string }) {
  const { field } = useNames();
  const [value, set] = useFilter(source);
  return (
    <Box sx={{ width: { xs: '100%', sm: 240 } }}>
      <RecordPicker<User>
        resource="users"
        value={value || null}
        onChange={(id) => set(id)}
        label={field(resource, source)}
        describe={({ email }) => email}
        helperText=""
        keepsChosen
      />
    </Box>
  );
}

/** From and until a date, both included. */
export function DaysFilter({ resource, source }: { resource: string; source: string }) {
  const t = useT();
  const { field } = useNames();
  const name = field(resource, source);
  return (
    <>
      <DayFilter source={`${source}From`} label={`${name} ${t('register.list.from')}`} />
      <DayFilter source={`${source}To`} label={`${name} ${t('register.list.to')}`} />
    </>
  );
}

function DayFilter({ source, label }: { source: string; label: string }) {
  const [value, set] = useFilter(source);
  return <DateField label={label} value={value} onDate={set} sx={{ width: { xs: '100%', sm: 196 } }} />;
}
