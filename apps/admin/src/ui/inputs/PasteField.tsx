import { TextField, type TextFieldProps } from '@mui/material';
import { useT } from '../../i18n/use-t';

interface PasteFieldProps extends Pick<TextFieldProps, 'autoFocus' | 'minRows' | 'maxRows' | 'placeholder'> {
  typed: string;
  onType: (text: string) => void;
  /** What is pasted into the empty field is read at once; what is typed is read when one says so. */
  onPaste: (text: string) => void;
}

/** Where the cells of a spreadsheet are pasted, or typed with tabs between them. */
export function PasteField({ typed, onType, onPaste, ...props }: PasteFieldProps) {
  const t = useT();
  return (
    <TextField
      {...props}
      multiline
      fullWidth
      label={t('pasting.box')}
      value={typed}
      onChange={(event) => onType(event.target.value)}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain');
        if (typed !== '' || text.trim() === '') return;
        event.preventDefault();
        onPaste(text);
      }}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { style: { fontFamily: 'inherit', tabSize: 22, whiteSpace: 'pre' } },
      }}
    />
  );
}
