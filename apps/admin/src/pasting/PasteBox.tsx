import { Box, Button, Typography } from '@mui/material';
import { useT } from '../i18n/use-t';
import { PasteField } from '../ui/inputs/PasteField';

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
      <PasteField
        minRows={8}
        maxRows={16}
        placeholder={t('pasting.example').replaceAll('|', '\t')}
        typed={typed}
        onType={onType}
        onPaste={onPaste}
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
