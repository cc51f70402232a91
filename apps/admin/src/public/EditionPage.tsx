import { Alert, Box, Link as MuiLink, Typography } from '@mui/material';
import type { SealedEdition } from '@fieldlab/domain';
import { Link, useParams } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { editionPath, useCatalogue, usePublicEdition } from '../providers/public';
import { Failed } from '../ui/page/Failed';
import { Page } from '../ui/page/Page';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { Changes } from '../ui/report/Changes';
import { FigureBlocks } from '../ui/report/FigureBlocks';
import { FigureChip } from '../ui/report/FigureChip';
import { FormatLinks } from '../ui/report/FormatLinks';
import { ReportText } from '../ui/report/ReportText';
import { EmbedCode } from './EmbedCode';

const FORMATS = ['pdf', 'csv', 'json'] as const;

/** A published edition at its permanent address: what it says, what was counted, and its seal. */
export default function EditionPage() {
  const { id = '', number = '' } = useParams();
  const { data, error, refetch } = usePublicEdition(id, number);
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return <Edition edition={data} />;
}

function Edition({ edition }: { edition: SealedEdition }) {
  const t = useT();
  const { date, instant } = useFormat();
  const { report, asOf, knownAt, publishedAt, figures, by, language, text, changes } = edition;
  const isWithheld = JSON.stringify(figures).includes('"suppressed":true');
  return (
    <Page
      title={report.title}
      above={
        <MuiLink component={Link} to="/public" color="inherit">
          {t('publicly.catalogue')}
        </MuiLink>
      }
      below={[
        t('publicly.asOf', { date: date(asOf) }),
        t('publicly.knownAt', { date: instant(knownAt) }),
        t('reports.editionOf', { number: edition.edition }),
        t('publicly.published', { date: instant(publishedAt) }),
      ].join(' · ')}
    >
      <Newer edition={edition} />
      <Box lang={language}>
        <ReportText
          text={text}
          show={(named) => <FigureChip named={named} figures={figures} ways={by} language={language} />}
        />
      </Box>
      <Section title={t('reports.page.figures')}>
        {isWithheld && (
          <Typography sx={{ mb: 4, color: 'text.secondary' }}>{t('publicly.withheld')}</Typography>
        )}
        <FigureBlocks figures={figures} ways={by} />
      </Section>
      {changes && changes.length > 0 && (
        <Section title={t('publicly.changed')}>
          {edition.reason !== undefined && <Typography sx={{ mb: 3 }}>{edition.reason}</Typography>}
          <Changes edition={edition} />
        </Section>
      )}
      <Downloads edition={edition} />
      <Box className="no-print">
        <EmbedCode edition={edition} />
      </Box>
    </Page>
  );
}

/** Whoever comes by an old link is told that there is a later edition; the old one stays where it is. */
function Newer({ edition: { report, edition } }: { edition: SealedEdition }) {
  const t = useT();
  const { data } = useCatalogue();
  const newest = data?.find(({ reportId }) => reportId === report.id)?.edition ?? edition;
  if (newest === edition) return null;
  return (
    <Alert severity="info" variant="outlined" sx={{ mb: 6 }}>
      {t('publicly.newer')}:{' '}
      <MuiLink component={Link} to={editionPath(report.id, newest)} underline="always">
        {t('reports.editionOf', { number: newest })}
      </MuiLink>
    </Alert>
  );
}

function Downloads({ edition: { report, edition, seal } }: { edition: SealedEdition }) {
  const t = useT();
  return (
    <Section title={t('publicly.downloads')}>
      <FormatLinks
        address={`/api/v1${editionPath(report.id, edition)}`}
        formats={FORMATS}
        nameOf={(format) => t('publicly.download', { title: report.title, format })}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {t('publicly.seal')}: <code>{seal}</code>
      </Typography>
    </Section>
  );
}
