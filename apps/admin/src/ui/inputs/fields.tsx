import { Autocomplete, MenuItem, TextField } from '@mui/material';
import { isCalendarDate, NETHERLANDS } from '@fieldlab/domain';
import { useMemo } from 'react';
import { countries } from '../../i18n/countries';
import { capitalised, useLanguage, useT } from '../../i18n/use-t';
import { DateField } from '../dates/DateField';
import { useField, type FieldProps } from './use-field';

type Kind = 'text' | 'email' | 'password' | 'url';

/** A line or a block of text. */
export function TextInput({ type = 'text', rows, ...props }: FieldProps & { type?: Kind; rows?: number }) {
  const { onChange, ...field } = useField<string>(props, '');
  return (
    <TextField
      {...field}
      fullWidth
      type={type}
      {...(rows !== undefined && { multiline: true, minRows: rows })}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** A calendar date. */
export function DayInput(props: FieldProps) {
  const { onChange, ...field } = useField<string>({ check: asDate, ...props }, '');
  return <DateField {...field} fullWidth onDate={onChange} onUnreadable={onChange} />;
}

const asDate = (value: unknown): string | undefined =>
  typeof value === 'string' && isCalendarDate(value) ? undefined : 'register.form.notADate';

/** The last day of a period. */
export function LastDayInput({ help }: { help?: string }) {
  const t = useT();
  return <DayInput source="lastDay" help={help ?? t('register.form.lastDayHelp')} />;
}

/** One of a closed list, by its words. */
export function ChoiceInput({ words, ...props }: FieldProps & { words: Readonly<Record<string, string>> }) {
  const { onChange, value, ...field } = useField<string | null>(props, null);
  const t = useT();
  return (
    <TextField
      {...field}
      fullWidth
      select
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
    >
      {!field.required && (
        <MenuItem value="">
          <em>{t('register.record.unknown')}</em>
        </MenuItem>
      )}
      {Object.entries(words).map(([code, word]) => (
        <MenuItem key={code} value={code}>
          {capitalised(word)}
        </MenuItem>
      ))}
    </TextField>
  );
}

export function ProvinceInput({ source }: { source: string }) {
  const language = useLanguage();
  const words = Object.fromEntries(NETHERLANDS.regions.map(({ code, name }) => [code, name[language]]));
  return <ChoiceInput source={source} words={words} />;
}

/** A country, found as one types its name. */
export function CountryInput(props: FieldProps) {
  const { value, onChange, onBlur, id, label, helperText, error, required } = useField<string | null>(
    props,
    null,
  );
  const language = useLanguage();
  const names = useMemo(() => countries(language), [language]);
  return (
    <Autocomplete
      id={id}
      autoHighlight
      options={Object.keys(names)}
      getOptionLabel={(code) => names[code] ?? code}
      value={value === '' ? null : value}
      onChange={(_event, code) => onChange(code)}
      onBlur={onBlur}
      renderInput={(params) => <TextField {...params} {...{ label, error, helperText, required }} />}
    />
  );
}

/** Free words, each a chip. */
export function WordListInput(props: FieldProps) {
  const { value, onChange, label, helperText, error, onBlur } = useField<string[]>(props, []);
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      options={[]}
      value={value}
      onChange={(_event, words) => onChange(words)}
      onBlur={onBlur}
      renderInput={(params) => <TextField {...params} label={label} error={error} helperText={helperText} />}
    />
  );
}
