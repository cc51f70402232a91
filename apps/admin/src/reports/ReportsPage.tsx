import AddIcon from '@mui/icons-material/Add';
import { Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { useCanAccess, useGetList } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { Report } from '../providers/reports';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Waiting } from '../ui/page/Waiting';
import { Status } from './Status';

/** Every report, the one worked on last above. */
export default function ReportsPage() {
  const t = useT();
  const { canAccess } = useCanAccess({ resource: 'reports', action: 'create' });
  const { data, error, refetch } = useGetList<Report>('reports', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'updatedAt', order: 'DESC' },
  });
  const add = canAccess === true && <NewOne />;
  return (
    <Page
      title={t('reports.title')}
      help="reports"
      below={t('reports.intro')}
      actions={data && data.length > 0 ? add : undefined}
    >
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting />}
      {data?.length === 0 && (
        <Message
          title={t('reports.emptyTitle')}
          text={t(canAccess ? 'reports.empty' : 'reports.emptyReadOnly')}
        >
          {add}
        </Message>
      )}
      {data && data.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}>
          {data.map((report) => (
            <Row key={report.id} report={report} />
          ))}
        </Box>
      )}
    </Page>
  );
}

function NewOne() {
  const t = useT();
  return (
    <Button variant="contained" startIcon={<AddIcon />} component={Link} to="/reports/create">
      {t('reports.new')}
    </Button>
  );
}

function Row({ report: { id, title, status, edition, lastPublishedAt, asOf } }: { report: Report }) {
  const t = useT();
  const { instant, date } = useFormat();
  const published = lastPublishedAt === null ? t('reports.neverPublished') : instant(lastPublishedAt);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 160px 260px' },
        columnGap: 6,
        rowGap: 1,
        py: 3,
        borderBottom: 1,
        borderColor: 'divider',
        alignItems: 'center',
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <MuiLink component={Link} to={`/reports/${id}`} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {title}
        </MuiLink>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {`${t('reports.create.asOf')} ${date(asOf)} · ${t('reports.editionOf', { number: edition })}`}
        </Typography>
      </Box>
      <Status status={status} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {`${t('reports.lastPublished')}: ${published}`}
      </Typography>
    </Box>
  );
}
