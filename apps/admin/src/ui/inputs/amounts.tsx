import { TextField } from '@mui/material';
import { readTypedAmount, readTypedNumber } from '@fieldlab/domain';
import { useState } from 'react';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { useField, type FieldProps } from './use-field';

/** Euros as people type them: `12.500,50`, `12500.5` and `12,5 mln` alike, shown back in full. */
export function MoneyInput(props: FieldProps) {
  const t = useT();
  const { money } = useFormat();
  const { onChange, value, ...field } = useField<string>(
    { help: t('register.form.amountHelp'), check: asAmount, ...props },
    '',
  );
  const { text, readAs, type, leave } = useTypedNumber(value, readTypedAmount, money);
  return (
    <TextField
      {...field}
      fullWidth
      value={text}
      helperText={field.error ? field.helperText : (readAs ?? field.helperText)}
      onChange={(event) => onChange(type(event.target.value))}
      onBlur={() => {
        leave();
        field.onBlur();
      }}
      slotProps={{ input: { startAdornment: '€\u00a0' }, htmlInput: { autoComplete: 'off' } }}
    />
  );
}

/** A number as people type it: `1.200` is twelve hundred, as it is in an amount. */
export function NumberInput(props: FieldProps) {
  const { number } = useFormat();
  const { onChange, value, ...field } = useField<number | string | null>({ check: asNumber, ...props }, null);
  const { text, readAs, type, leave } = useTypedNumber(String(value ?? ''), readTypedNumber, (read) =>
    number(Number(read)),
  );
  const change = (typed: string): void => {
    const read = type(typed);
    onChange(read === '' ? null : readTypedNumber(read) === undefined ? read : Number(read));
  };
  return (
    <TextField
      {...field}
      fullWidth
      value={text}
      helperText={field.error ? field.helperText : (readAs ?? field.helperText)}
      onChange={(event) => change(event.target.value)}
      onBlur={() => {
        leave();
        field.onBlur();
      }}
      slotProps={{ htmlInput: { autoComplete: 'off' } }}
    />
  );
}

const asAmount = (value: unknown): string | undefined =>
  typeof value === 'string' && readTypedAmount(value) === undefined ? 'register.form.notAnAmount' : undefined;

const asNumber = (value: unknown): string | undefined =>
  typeof value === 'number' ? undefined : 'register.form.notANumber';

/** What stands in a field for a number: as it was typed until it is left, then as it was read. */
function useTypedNumber(
  value: string,
  read: (text: string) => string | undefined,
  write: (decimal: string) => string,
) {
  const { number } = useFormat();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  // What is no number stays as it was typed, so that it can be mended.
  const shown = read(value) === undefined ? value : number(Number(value));
  const decimal = typed === undefined ? undefined : read(typed);
  return {
    text: typed ?? shown,
    /** What was meant is seen before it is saved, also by who saves with Enter and never leaves the field. */
    readAs: decimal === undefined ? undefined : `= ${write(decimal)}`,
    /** Answers the value of what was typed. */
    type: (text: string): string => {
      setTyped(text);
      return text.trim() === '' ? '' : (read(text) ?? text);
    },
    leave: (): void => setTyped(undefined),
  };
}
