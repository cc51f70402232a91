import { Box } from '@mui/material';
import { REPORT_STATUSES, type ReportStatus } from '@fieldlab/domain';
import { useT } from '../i18n/use-t';
import { Dots } from '../ui/fields/Ladder';

/** How far a report is on its way, as dots with the word: ●●○○ ingediend. */
export function Status({ status }: { status: ReportStatus }) {
  const t = useT();
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 2, whiteSpace: 'nowrap' }}>
      <Dots step={REPORT_STATUSES.indexOf(status) + 1} of={REPORT_STATUSES.length} />
      {t(`reports.status.${status}`)}
    </Box>
  );
}
