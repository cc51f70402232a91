import { Box, Button, TextField, Typography } from '@mui/material';
import { useT } from '../i18n/use-t';

interface PasteBoxProps {
  typed: string;
  onType: (typed: string) => void;
  onPaste: (text: string) => void;
}

/** Where the block goes: pasted it is read at once, typed when one says so. */
export function PasteBox({ typed, onType, onPaste }: PasteBoxProps) {
  const t = useT();
  return (
    <Box sx={{ maxWidth: 880 }}>
      <TextField
        multiline
        fullWidth
        minRows={8}
        maxRows={16}
        label={t('pasting.box')}
        placeholder={t('pasting.example').replaceAll('|', '\t')}
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
      <Typography variant="body2" sx={{ color: 'text.secondary', my: 3 }}>
        {t('pasting.boxHelp')}
      </Typography>
      {typed.trim() !== '' && (
        <Button variant="contained" onClick={() => onPaste(typed)}>
          {t('pasting.read')}
        </Button>
      )}
    </Box>
  );
}
