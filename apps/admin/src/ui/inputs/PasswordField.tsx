import VisibilityIcon from '@mui/icons-material/VisibilityOutlined';
import VisibilityOffIcon from '@mui/icons-material/VisibilityOffOutlined';
import { IconButton, InputAdornment, TextField, type TextFieldProps } from '@mui/material';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';

interface PasswordFieldProps extends Omit<TextFieldProps, 'onChange' | 'type' | 'error' | 'slotProps'> {
  value: string;
  autoComplete: 'current-password' | 'new-password';
  onChange: (password: string) => void;
  fault?: string | undefined;
}

/** A password, which whoever types it may look at. */
export function PasswordField({ fault, helperText, onChange, ...rest }: PasswordFieldProps) {
  const t = useT();
  const [isSeen, setSeen] = useState(false);
  const Icon = isSeen ? VisibilityOffIcon : VisibilityIcon;
  return (
    <TextField
      {...rest}
      type={isSeen ? 'text' : 'password'}
      required
      error={fault !== undefined}
      helperText={fault ?? helperText}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                size="small"
                edge="end"
                aria-label={t(isSeen ? 'doorway.signIn.hidePassword' : 'doorway.signIn.showPassword')}
                onClick={() => setSeen(!isSeen)}
              >
                <Icon fontSize="small" />
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
