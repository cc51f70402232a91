import { Alert, Box, LinearProgress } from '@mui/material';
import type { ErrorCode } from '@fieldlab/domain';
import { useEffect, useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import { useLanguage, useT } from '../i18n/use-t';
import { loadRefusalWords, refusalWords } from '../providers/refusal-words';
import type { ReportWithFigures } from '../providers/reports';

/** How far publishing is, or why it did not succeed. */
export function PublishingNotes({ report }: { report: ReportWithFigures }) {
  const t = useT();
  useTellWhenPublished(report);
  const why = useFailure(report);
  const { status, progress } = report;
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
  if (status !== 'APPROVED' || why === undefined) return null;
  return (
    <Alert severity="error" variant="outlined" className="no-print" sx={{ mb: 5 }}>
      {t(report.refusal ? 'reports.page.refused' : 'reports.page.failed')} {why}
    </Alert>
  );
}

/** Why it did not succeed, in the reader's language where it is a refusal. */
function useFailure({ failure, refusal }: ReportWithFigures): string | undefined {
  const language = useLanguage();
  const [words, setWords] = useState(refusalWords());
  useEffect(() => {
    if (refusal)
      void loadRefusalWords().then(() => {
        setWords(refusalWords());
      });
  }, [refusal]);
  if (failure === null) return undefined;
  if (!refusal || !words || !Object.hasOwn(words.ERRORS, refusal.code)) return failure;
  return words.errorSentence(refusal.code as ErrorCode, refusal.about, language);
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
