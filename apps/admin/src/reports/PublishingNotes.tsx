import { Alert, Box, LinearProgress } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useNotify } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import { useT } from '../i18n/use-t';
import type { ReportWithFigures } from '../providers/reports';

/** How far publishing is, or why it did not succeed. */
export function PublishingNotes({ report }: { report: ReportWithFigures }) {
  const t = useT();
  useTellWhenPublished(report);
  const { status, progress, failure } = report;
  if (status === 'PUBLISHING') {
    const percent = progress ? Math.round((100 * progress.done) / progress.total) : 0;
    return (
      <Box role="status" className="no-print" sx={{ mb: 5 }}>
        {t('reports.page.publishing', { percent })}
        <LinearProgress
          variant="determinate"
          value={percent}
          aria-label={t('reports.status.PUBLISHING')}
          sx={{ mt: 2 }}
        />
      </Box>
    );
  }
  if (status !== 'APPROVED' || failure === null) return null;
  return (
    <Alert severity="error" variant="outlined" className="no-print" sx={{ mb: 5 }}>
      {t('reports.page.failed')} {failure}
    </Alert>
  );
}

/** Who waits on the page hears of the end, and sees the new edition beside it. */
function useTellWhenPublished({ status }: ReportWithFigures): void {
  const t = useT();
  const notify = useNotify();
  const client = useQueryClient();
  const before = useRef(status);
  useEffect(() => {
    if (before.current === 'PUBLISHING' && status === 'PUBLISHED') {
      notify(t('reports.done.publish'));
      void client.invalidateQueries({ queryKey: ['reports'] });
    }
    before.current = status;
  }, [status, notify, t, client]);
}
