import { Alert, Box, Button, Link as MuiLink, Stack } from '@mui/material';
import { useCanAccess } from 'react-admin';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { useReport, type ReportWithFigures } from '../providers/reports';
import { Comments } from '../ui/comments/Comments';
import { DeleteButton } from '../ui/page/DeleteButton';
import { FailedPage } from '../ui/page/FailedPage';
import { Page } from '../ui/page/Page';
import { Waiting } from '../ui/page/Waiting';
import { Actions } from './Actions';
import { Editions } from './Editions';
import { PublishingNotes } from './PublishingNotes';
import { ReportEditor } from './ReportEditor';
import { ReportPaper } from './ReportPaper';
import { Status } from './Status';

/** One report: the page as it will print, what can be done with it, and what was published of it. */
export default function ReportPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useReport(id);
  if (error) return <FailedPage error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return <Opened key={data.id} report={data} />;
}

function Opened({ report }: { report: ReportWithFigures }) {
  const t = useT();
  const [isEditing, setEditing] = useState(false);
  const { canAccess } = useCanAccess({ resource: 'reports', action: 'edit' });
  const mayEdit = canAccess === true && report.status === 'DRAFT';
  return (
    <Page
      title={report.title}
      above={
        <MuiLink component={Link} to="/reports" color="inherit">
          {t('reports.title')}
        </MuiLink>
      }
      below={<Standing report={report} />}
      actions={!isEditing && <Buttons report={report} {...(mayEdit && { onEdit: () => setEditing(true) })} />}
    >
      <PublishingNotes report={report} />
      <Notes report={report} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 300px' },
          gap: 8,
          '@media print': { display: 'block' },
        }}
      >
        {isEditing && mayEdit ? (
          <ReportEditor report={report} onDone={() => setEditing(false)} />
        ) : (
          <ReportPaper report={report} />
        )}
        <Box className="no-print">
          <Editions reportId={report.id} />
        </Box>
      </Box>
      <Comments resource="reports" recordId={report.id} />
    </Page>
  );
}

/** Without `onEdit` it may not be changed, and so not be deleted either. */
function Buttons({ report, onEdit }: { report: ReportWithFigures; onEdit?: () => void }) {
  const t = useT();
  return (
    <>
      <Button onClick={() => window.print()}>{t('reports.page.print')}</Button>
      {onEdit && (
        <Button variant="outlined" onClick={onEdit}>
          {t('reports.page.edit')}
        </Button>
      )}
      {onEdit && report.edition === 1 && (
        <DeleteButton resource="reports" record={report} name={report.title} />
      )}
      <Actions report={report} />
    </>
  );
}

function Standing({ report: { status, edition, frozenKnownAt } }: { report: ReportWithFigures }) {
  const t = useT();
  const { instant } = useFormat();
  const live =
    status === 'DRAFT' || frozenKnownAt === null
      ? t('reports.page.live')
      : t('reports.page.frozen', { knownAt: instant(frozenKnownAt) });
  return (
    <Stack direction="row" sx={{ columnGap: 4, flexWrap: 'wrap' }}>
      <Status status={status} />
      <span>{t('reports.editionOf', { number: edition })}</span>
      <span>{live}</span>
    </Stack>
  );
}

/** What people said about this edition on its way. */
function Notes({ report }: { report: ReportWithFigures }) {
  const t = useT();
  const { remark, editionReason, submittedByName, approvedByName, status } = report;
  const said = [
    ...(submittedByName !== null && status !== 'DRAFT'
      ? [t('reports.page.submittedBy', { name: submittedByName })]
      : []),
    ...(approvedByName !== null ? [t('reports.page.approvedBy', { name: approvedByName })] : []),
    ...(editionReason !== null ? [`${t('reports.page.revision')}: ${editionReason}`] : []),
  ];
  return (
    <Box className="no-print">
      {remark !== null && status === 'DRAFT' && (
        <Alert severity="warning" variant="outlined" sx={{ mb: 5 }}>
          {t('reports.page.remark')}: {remark}
        </Alert>
      )}
      {said.length > 0 && <Box sx={{ color: 'text.secondary', mb: 5 }}>{said.join(' · ')}</Box>}
    </Box>
  );
}
