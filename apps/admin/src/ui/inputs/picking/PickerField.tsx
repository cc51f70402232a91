import { TextField, type AutocompleteRenderInputParams } from '@mui/material';
import type { RaRecord } from 'react-admin';
import { useT } from '../../../i18n/use-t';
import type { PickerProps } from './picker-props';
import type { Picking } from './use-picking';

interface PickerFieldProps<T> {
  params: AutocompleteRenderInputParams;
  picker: PickerProps<T>;
  picking: Picking<T>;
}

/** Where one types, with what is wrong with it, or what tells the chosen one from its namesakes. */
export function PickerField<T extends RaRecord<string>>({ params, picker, picking }: PickerFieldProps<T>) {
  const { label, ariaLabel, placeholder, required = false, error = false, name, chosen } = picker;
  const { isMultiple = false, autoFocus = false } = picker;
  const helperText = useHelp(picker, picking);
  const isFull = isMultiple && chosen.length > 0;
  return (
    <TextField
      {...params}
      label={label}
      autoFocus={autoFocus}
      placeholder={isFull ? '' : (placeholder ?? '')}
      required={required && !isFull}
      error={error || picking.isUnresolved}
      helperText={helperText}
      slotProps={{
        // What an empty field stands for is seen before one is in it.
        ...(placeholder !== undefined && { inputLabel: { ...params.InputLabelProps, shrink: true } }),
        htmlInput: {
          ...params.inputProps,
          ...(ariaLabel !== undefined && { 'aria-label': ariaLabel }),
          ...(name !== undefined && { name }),
        },
      }}
    />
  );
}

function useHelp<T>({ helperText, isMultiple, chosen, describe }: PickerProps<T>, picking: Picking<T>) {
  const t = useT();
  const { isUnresolved, hits, typed } = picking;
  if (isUnresolved) return t(hits.hasFailed ? 'register.form.searchFailed' : 'register.form.unresolved');
  if (helperText !== undefined) return helperText;
  const [one] = isMultiple || typed !== '' ? [] : chosen;
  return one ? describe(one) : ' ';
}
