import { Alert, Box, Button, Stack } from '@mui/material';
import { useT } from '../../i18n/use-t';
import { saveFile } from '../../providers/download';
import { useCopy } from '../../ui/use-copy';

/** Codes for who has no phone at hand; shown this once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useT();
  const copy = useCopy();
  const lines = codes.join('\n');
  return (
    <Stack sx={{ gap: 4, maxWidth: 440 }} role="region" aria-label={t('doorway.secondFactor.codesTitle')}>
      <Alert severity="warning" role="status">
        <strong>{t('doorway.secondFactor.codesTitle')}.</strong> {t('doorway.secondFactor.codesText')}
      </Alert>
      <Codes codes={codes} />
      <Stack direction="row" className="no-print" sx={{ gap: 2, flexWrap: 'wrap' }}>
        <Button variant="outlined" onClick={() => copy(lines, t('doorway.secondFactor.codesCopied'))}>
          {t('doorway.secondFactor.copyCodes')}
        </Button>
        <Button
          variant="outlined"
          onClick={() => saveFile('fieldlab-codes.txt', new Blob([`${lines}\n`], { type: 'text/plain' }))}
        >
          {t('doorway.secondFactor.saveCodes')}
        </Button>
      </Stack>
      <Button
        variant="contained"
        size="large"
        className="no-print"
        onClick={onDone}
        sx={{ alignSelf: 'flex-start' }}
      >
        {t('doorway.secondFactor.kept')}
      </Button>
    </Stack>
  );
}

function Codes({ codes }: { codes: readonly string[] }) {
  return (
    <Box
      component="ul"
      sx={{
        listStyle: 'none',
        m: 0,
        p: 4,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
        gap: 2,
        fontFamily: 'monospace',
        fontSize: '0.9375rem',
      }}
    >
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </Box>
  );
}
