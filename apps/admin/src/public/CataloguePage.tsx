import { Box, Link as MuiLink, Typography } from '@mui/material';
import { findIndicator } from '@fieldlab/domain';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useLanguage, useT } from '../i18n/use-t';
import { editionPath, useCatalogue, type PublicReport } from '../providers/public';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Waiting } from '../ui/page/Waiting';

const MOST_FIGURES = 6;

/** Every published report by its newest edition, with the figures people come for. */
export function CataloguePage() {
  const t = useT();
  const { data, error, refetch } = useCatalogue();
  return (
    <Page title={t('publicly.catalogue')} below={t('publicly.intro')}>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting />}
      {data?.length === 0 && <Message title={t('publicly.emptyTitle')} text={t('publicly.empty')} />}
      {data?.map((report) => (
        <Entry key={report.reportId} report={report} />
      ))}
    </Page>
  );
}

function Entry({ report }: { report: PublicReport }) {
  const t = useT();
  const { date, instant } = useFormat();
  const { reportId, title, edition, asOf, publishedAt, figures } = report;
  return (
    <Box component="article" sx={{ borderTop: 1, borderColor: 'divider', py: 5 }}>
      <Typography variant="h2">
        <MuiLink component={Link} to={editionPath(reportId, edition)} sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </MuiLink>
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 4 }}>
        {[
          t('publicly.asOf', { date: date(asOf) }),
          t('reports.editionOf', { number: edition }),
          t('publicly.published', { date: instant(publishedAt) }),
        ].join(' · ')}
      </Typography>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(3, 1fr)' } }}
      >
        {figures.slice(0, MOST_FIGURES).map((figure) => (
          <Headline key={figure.indicator} figure={figure} />
        ))}
      </Box>
    </Box>
  );
}

function Headline({
  figure: { indicator, value, unit, suppressed },
}: {
  figure: PublicReport['figures'][number];
}) {
  const t = useT();
  const language = useLanguage();
  const { figure: write, shortMoney } = useFormat();
  const text = unit === 'EUR' && value !== null ? shortMoney(value) : write(value, unit);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end', minWidth: 0 }}>
      <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
        {findIndicator(indicator)?.title[language] ?? indicator}
      </Box>
      <Box component="dd" className="figure" sx={{ m: 0, fontSize: '1.5rem', fontWeight: 650 }}>
        {suppressed ? t('reports.suppressed') : text}
      </Box>
    </Box>
  );
}
