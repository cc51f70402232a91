import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { useT } from '../i18n/use-t';

/** Takes a workbook or list, dropped or chosen. */
export function FilePicker({ onChoose }: { onChoose: (file: File) => void }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file) onChoose(file);
  };
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
      sx={{
        border: '1.5px dashed',
        borderColor: isOver ? 'primary.main' : 'text.secondary',
        borderRadius: 1,
        p: 10,
        mb: 10,
        textAlign: 'center',
        maxWidth: 720,
      }}
    >
      <UploadIcon sx={{ fontSize: 40, color: 'primary.main' }} />
      <Typography sx={{ my: 2 }}>{t('imports.drop')}</Typography>
      <Button variant="contained" onClick={() => input.current?.click()}>
        {t('imports.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.zip,.csv"
        aria-label={t('imports.choose')}
        onChange={(event) => take(event.target.files)}
      />
    </Box>
  );
}
