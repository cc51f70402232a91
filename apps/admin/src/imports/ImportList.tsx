import { Button, Link as MuiLink } from '@mui/material';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { Instant, None } from '../ui/fields/values';
import { ChoiceFilter } from '../ui/list/filters';
import { RegisterList } from '../ui/list/RegisterList';
import { UndoImport } from './UndoImport';
import type { ImportSummary } from './use-import';
import { useImporter, useImportStatus, useWritten } from './words-of-import';

const Column = DataTable.Col<ImportSummary>;
const NumberColumn = DataTable.NumberCol<ImportSummary>;
const STATUSES = ['DONE', 'REJECTED', 'UNDONE', 'RUNNING', 'QUEUED', 'FAILED', 'CANCELLED'] as const;

const pageOf = ({ id }: ImportSummary): string => `/imports?id=${id}`;

/** Every workbook that was imported or tried, by whom, and what came of it. */
export default function ImportList() {
  const t = useT();
  const statusOf = useImportStatus();
  const doer = useImporter();
  const written = useWritten();
  return (
    <RegisterList<ImportSummary>
      resource="imports"
      sort={{ field: 'createdAt', order: 'DESC' }}
      nameOf={({ fileName }) => fileName}
      to={pageOf}
      card={(one) => <Card one={one} />}
      filters={<StatusFilter />}
      rowActions={(one) => <Undo one={one} />}
      hiddenColumns={['warningCount']}
      emptyText={t('imports.historyEmpty')}
      emptyAction={<Another />}
      hasSearch={false}
      hasExport={false}
      hasBulk={false}
      primaryAction={<Another />}
    >
      <Column
        source="fileName"
        disableSort
        render={(one) => (
          <MuiLink component={Link} to={pageOf(one)} sx={{ color: 'inherit', overflowWrap: 'anywhere' }}>
            {one.fileName}
          </MuiLink>
        )}
      />
      <Column source="status" disableSort render={statusOf} />
      <Column source="actor" disableSort render={doer} />
      <Column source="createdAt" render={({ createdAt }) => <Instant at={createdAt} />} />
      <Column source="counts" disableSort render={(one) => written(one) || <None />} />
      <NumberColumn source="faultCount" disableSort />
      <NumberColumn source="warningCount" disableSort />
    </RegisterList>
  );
}

function Undo({ one }: { one: ImportSummary }) {
  const t = useT();
  if (one.status !== 'DONE' || one.dryRun) return null;
  return <UndoImport id={one.id} size="small" aria-label={`${t('imports.undo')}: ${one.fileName}`} />;
}

function Card({ one }: { one: ImportSummary }) {
  const { instant } = useFormat();
  const statusOf = useImportStatus();
  const doer = useImporter();
  const written = useWritten();
  return (
    <>
      <span>{[statusOf(one), written(one)].filter(Boolean).join(': ')}</span>
      <span>
        {doer(one)} · {instant(one.createdAt)}
      </span>
    </>
  );
}

function StatusFilter() {
  const t = useT();
  const words = Object.fromEntries(STATUSES.map((status) => [status, t(`imports.status.${status}`)]));
  return <ChoiceFilter resource="imports" source="status" words={words} />;
}

function Another() {
  const t = useT();
  return (
    <Button variant="outlined" component={Link} to="/imports">
      {t('imports.another')}
    </Button>
  );
}
