import { Alert, Box, Button, Stack } from '@mui/material';
import { Link } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { Counts } from './Counts';
import { useMay } from '../ui/use-may';
import { FindingsTable } from './FindingsTable';
import { useDownload } from './Takeaways';
import { UndoImport } from './UndoImport';
import type { Import } from './use-import';

/** An import that has come to its end: what it did, and the way back. */
export function Ended({ result }: { result: Import }) {
  const t = useT();
  const take = useDownload();
  const may = useMay();
  const isDone = result.status === 'DONE' && !result.dryRun;
  return (
    <Box sx={{ mb: 6 }}>
      <Said result={result} />
      {result.status === 'DONE' && <Counts result={result} />}
      <Stack direction="row" sx={{ gap: 2, my: 5, flexWrap: 'wrap' }}>
        {isDone && (
          <Button variant="contained" component={Link} to="/">
            {t('frame.state.toOverview')}
          </Button>
        )}
        {isDone && result.openReviews > 0 && may('duplicates', 'edit') && (
          <Button variant="outlined" component={Link} to={`/duplicates?importId=${result.id}`}>
            {t('duplicates.review')}
          </Button>
        )}
        {isDone && <UndoImport id={result.id} variant="outlined" />}
        {result.hasFaultsFile && (
          <Button variant="outlined" onClick={() => take(`/imports/${result.id}/faults.xlsx`)}>
            {t('imports.faultsFile')}
          </Button>
        )}
      </Stack>
      <FindingsTable
        title={t('imports.warningsTitle', { smart_count: result.warnings.length })}
        findings={result.warnings}
      />
    </Box>
  );
}

function Said({ result: { status, dryRun, openReviews, setAsideRows, failure } }: { result: Import }) {
  const t = useT();
  if (status === 'DONE') {
    const parts = [
      dryRun && t('imports.checkedBefore'),
      openReviews > 0 && t('imports.decideLater', { smart_count: openReviews }),
      setAsideRows > 0 && t('imports.wereSetAside', { smart_count: setAsideRows }),
    ];
    return (
      <Alert severity={setAsideRows > 0 ? 'warning' : 'success'} role="status" sx={{ mb: 4 }}>
        <strong>{t(dryRun ? 'imports.cleanTitle' : 'imports.doneTitle')}.</strong>{' '}
        {parts.filter(Boolean).join(' ')}
      </Alert>
    );
  }
  if (status === 'UNDONE') return <Alert severity="success">{t('imports.undone')}</Alert>;
  if (status === 'CANCELLED') return <Alert severity="info">{t('imports.cancelled')}</Alert>;
  return (
    <Alert severity="error" role="alert">
      {t('imports.failed')} {failure}
    </Alert>
  );
}
