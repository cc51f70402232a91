import { TextField, type TextFieldProps } from '@mui/material';
import { useT } from '../../i18n/use-t';

interface ReasonFieldProps extends Pick<TextFieldProps, 'autoFocus' | 'required' | 'label'> {
  value: string;
  onChange: (reason: string) => void;
}

/** Why something is done; it stays in the history. */
export function ReasonField({ onChange, label, ...rest }: ReasonFieldProps) {
  const t = useT();
  return (
    <TextField
      {...rest}
      multiline
      minRows={2}
      label={label ?? t('register.record.reason')}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: { maxLength: 1000 } }}
    />
  );
}
