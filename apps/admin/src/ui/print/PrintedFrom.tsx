import { Box } from '@mui/material';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { useIsPrinting } from './use-is-printing';

/** On paper alone: from which address, and when; so that whoever holds it finds the page itself. */
export function PrintedFrom() {
  const t = useT();
  const { instant } = useFormat();
  if (!useIsPrinting()) return null;
  return (
    <Box sx={{ fontSize: '0.75rem', color: 'text.secondary', mb: 3, overflowWrap: 'anywhere' }}>
      {t('frame.printed', { at: instant(new Date().toISOString()) })}
      <br />
      {decodeURI(location.href)}
    </Box>
  );
}
