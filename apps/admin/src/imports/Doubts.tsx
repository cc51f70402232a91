import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import { ChangesTable } from './ChangesTable';
import { Counts } from './Counts';
import { FindingsTable } from './FindingsTable';
import { placeOf, type Import, type Wizard } from './use-import';

/** The workbook is sound: what will happen, what to look at first, and which changes to accept. */
export function Doubts({ result, wizard }: { result: Import; wizard: Wizard }) {
  const t = useT();
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const { changes, warnings, openReviews, setAsideRows } = result;
  const accepted = changes.length - refused.size;
  return (
    <Box sx={{ mb: 6 }}>
      <Alert severity={setAsideRows > 0 ? 'warning' : 'success'} role="status" sx={{ mb: 4 }}>
        <strong>{t(setAsideRows > 0 ? 'imports.restIsClean' : 'imports.cleanTitle')}.</strong>{' '}
        {setAsideRows > 0 && `${t('imports.willSetAside', { smart_count: setAsideRows })} `}
        {t('imports.cleanText')}
      </Alert>
      <Counts result={result} />
      {openReviews > 0 && (
        <Typography sx={{ my: 4 }}>{t('imports.decideLater', { smart_count: openReviews })}</Typography>
      )}
      <ChangesTable changes={changes} refused={refused} onRefuse={setRefused} />
      <Button
        variant="contained"
        sx={{ my: 5 }}
        onClick={() => wizard.confirm(changes.filter((change) => refused.has(placeOf(change))))}
      >
        {accepted > 0 ? t('imports.confirmWithChanges', { smart_count: accepted }) : t('imports.confirm')}
      </Button>
      {warnings.length > 0 && <Typography sx={{ mb: 2 }}>{t('imports.warningsText')}</Typography>}
      <FindingsTable
        title={t('imports.warningsTitle', { smart_count: warnings.length })}
        findings={warnings}
      />
    </Box>
  );
}
