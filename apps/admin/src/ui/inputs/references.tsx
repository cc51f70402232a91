import { Autocomplete, TextField } from '@mui/material';
import { useGetList, useGetMany } from 'react-admin';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import type { Activity, Centre, Company } from '../../providers/records';
import { useDebounced } from '../use-debounced';
import { describeCentre, describeCompany } from './describe';
import { RecordPicker } from './RecordPicker';
import { useField, type FieldProps } from './use-field';

export function CompanyInput(props: FieldProps) {
  const t = useT();
  const { value, onChange, label, error, helperText, required } = useField<string | null>(props, null);
  return (
    <RecordPicker<Company>
      resource="companies"
      value={value}
      onChange={onChange}
      label={label}
      describe={describeCompany}
      placeholder={t('register.form.chooseCompany')}
      required={required}
      error={error}
      {...(error && { helperText })}
    />
  );
}

export function CentreInput({ kind, ...props }: FieldProps & { kind?: Centre['kind'] }) {
  const t = useT();
  const { value, onChange, label, error, helperText, required } = useField<string | null>(props, null);
  return (
    <RecordPicker<Centre>
      resource="centres"
      value={value}
      onChange={onChange}
      label={label}
      describe={describeCentre}
      placeholder={t('register.form.chooseCentre')}
      required={required}
      error={error}
      {...(kind && { filter: { kind } })}
      {...(error && { helperText })}
    />
  );
}

export function ActivityInput(props: FieldProps) {
  const { value, onChange, label, error, helperText, required } = useField<string | null>(props, null);
  return (
    <RecordPicker<Activity>
      resource="activities"
      by="title"
      value={value}
      onChange={onChange}
      label={label}
      describe={({ heldOn, centreName }) => [heldOn, centreName].filter(Boolean).join(' · ')}
      required={required}
      error={error}
      {...(error && { helperText })}
    />
  );
}

/** One centre or more. */
export function CentresInput(props: FieldProps) {
  const t = useT();
  const { value, onChange, onBlur, label, error, helperText, required } = useField<string[]>(props, []);
  const [text, setText] = useState('');
  const q = useDebounced(text.trim());
  const { data: found = [], isFetching } = useGetList<Centre>('centres', {
    filter: { q },
    pagination: { page: 1, perPage: 20 },
    sort: { field: 'name', order: 'ASC' },
  });
  const { data: chosen = [] } = useGetMany<Centre>('centres', { ids: value }, { enabled: value.length > 0 });
  const options = [...chosen.filter((one) => found.every(({ id }) => id !== one.id)), ...found];
  return (
    <Autocomplete<Centre, true>
      multiple
      options={options}
      value={value.flatMap((id) => options.find((one) => one.id === id) ?? [])}
      loading={isFetching}
      filterOptions={(all) => all}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, other) => option.id === other.id}
      onChange={(_event, centres) => onChange(centres.map(({ id }) => id))}
      onInputChange={(_event, typed) => setText(typed)}
      onBlur={onBlur}
      noOptionsText={t('register.form.noOptions')}
      loadingText={t('register.form.searching')}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          error={error}
          helperText={helperText}
          required={required && value.length === 0}
        />
      )}
    />
  );
}
