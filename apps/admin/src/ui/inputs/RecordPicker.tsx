import { Autocomplete, Box, TextField } from '@mui/material';
import { useGetList, useGetOne, type RaRecord } from 'react-admin';
import { useState, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { useDebounced } from '../use-debounced';

const SHOWN = 20;

interface RecordPickerProps<T extends RaRecord<string>> {
  resource: string;
  value: string | null;
  onChange: (id: string | null, record: T | null) => void;
  label: string;
  /** What tells records of one name apart: town, number. */
  describe: (record: T) => string;
  /** The field that people know it by. */
  by?: 'name' | 'title';
  filter?: Readonly<Record<string, unknown>>;
  placeholder?: string;
  required?: boolean;
  error?: boolean;
  helperText?: ReactNode;
  id?: string;
}

/** Chooses one record: found on the server as one types, told apart by town and number. */
export function RecordPicker<T extends RaRecord<string>>(props: RecordPickerProps<T>) {
  const { resource, value, onChange, label, describe, placeholder, helperText, id } = props;
  const { required = false, error = false } = props;
  const t = useT();
  const nameOf = (record: T): string => String((record as Record<string, unknown>)[props.by ?? 'name']);
  const [text, setText] = useState('');
  const { options, chosen, isSearching } = useOptions<T>(props, text);
  return (
    <Autocomplete<T>
      {...(id !== undefined && { id })}
      options={options}
      value={chosen}
      loading={isSearching}
      filterOptions={(found) => found}
      getOptionLabel={nameOf}
      getOptionKey={(option) => option.id}
      isOptionEqualToValue={(option, other) => option.id === other.id}
      onChange={(_event, record) => onChange(record?.id ?? null, record)}
      onInputChange={(_event, typed, reason) => setText(reason === 'input' ? typed : '')}
      noOptionsText={t('register.form.noOptions')}
      loadingText={t('register.form.searching')}
      renderOption={({ key: _key, ...rest }, option) => (
        <Box component="li" key={option.id} {...rest} sx={{ display: 'block !important' }}>
          <div>{nameOf(option)}</div>
          <Box sx={{ typography: 'body2', color: 'text.secondary' }}>{describe(option)}</Box>
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          placeholder={placeholder ?? ''}
          required={required}
          error={error}
          helperText={helperText ?? (chosen && value ? describe(chosen) : ' ')}
        />
      )}
      data-resource={resource}
    />
  );
}

function useOptions<T extends RaRecord<string>>(
  { resource, value, filter, by = 'name' }: RecordPickerProps<T>,
  text: string,
) {
  const q = useDebounced(text.trim());
  const { data: options = [], isFetching } = useGetList<T>(resource, {
    filter: { ...filter, q },
    pagination: { page: 1, perPage: SHOWN },
    sort: { field: by, order: 'ASC' },
  });
  const { data: known } = useGetOne<T>(
    resource,
    { id: value ?? '' },
    { enabled: value !== null && value !== '' },
  );
  const chosen = value ? (options.find(({ id }) => id === value) ?? known ?? null) : null;
  return { options, chosen, isSearching: isFetching || q !== text.trim() };
}
