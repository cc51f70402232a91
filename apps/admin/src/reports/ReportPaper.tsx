import { Box, Typography } from '@mui/material';
import { findIndicator } from '@fieldlab/domain';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { ReportWithFigures } from '../providers/reports';
import { FigureBlocks } from '../ui/report/FigureBlocks';
import { FigureChip } from '../ui/report/FigureChip';
import { ReportText } from '../ui/report/ReportText';

/** The report as it will print. */
export function ReportPaper({ report }: { report: ReportWithFigures }) {
  const t = useT();
  const { date } = useFormat();
  const { text, figures, by, language, from, asOf, scope } = report;
  const when =
    from === null
      ? t('reports.page.datesStart', { asOf: date(asOf) })
      : t('reports.page.dates', { from: date(from), asOf: date(asOf) });
  const where = scope === 'programme' ? '' : ` · ${scope.replace(/^\w+:/, '')}`;
  return (
    <Paper>
      <Typography sx={{ color: 'text.secondary', mb: 4 }}>{`${when}${where}`}</Typography>
      <ReportText
        text={text}
        show={(named) => <FigureChip named={named} figures={figures} ways={by} language={language} />}
      />
      <Typography variant="h2" sx={{ mt: 8, mb: 3 }}>
        {t('reports.page.figures')}
      </Typography>
      <FigureBlocks figures={figures.filter(({ indicator }) => findIndicator(indicator))} ways={by} />
    </Paper>
  );
}

/** A sheet on the desk; in print the paper itself. */
export function Paper({ children }: { children: React.ReactNode }) {
  return (
    <Box
      sx={{
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        p: { xs: 4, md: 10 },
        minWidth: 0,
        '@media print': { border: 0, p: 0 },
      }}
    >
      {children}
    </Box>
  );
}
