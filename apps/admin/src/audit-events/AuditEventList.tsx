import { Link as MuiLink } from '@mui/material';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useNames, useT } from '../i18n/use-t';
import type { AuditEvent } from '../providers/records';
import { Instant, None } from '../ui/fields/values';
import { RegisterList } from '../ui/list/RegisterList';
import { AuditFilters } from './AuditFilters';
import { ReasonText } from './Reason';
import { RecordDoor, trailPath, useDeed, useDoer, useTitle } from '../ui/history/trail';

const Column = DataTable.Col<AuditEvent>;

const SHORT = 8;

/** Who did what to which record, newest first. */
export default function AuditEventList() {
  const t = useT();
  const { one } = useNames();
  const deed = useDeed();
  const doer = useDoer();
  return (
    <RegisterList<AuditEvent>
      resource="audit-events"
      sort={{ field: 'at', order: 'DESC' }}
      lead={t('audit.lead')}
      nameOf={useTitle()}
      card={(event) => <Card event={event} />}
      filters={<AuditFilters />}
      hiddenColumns={['reason']}
      emptyText={t('audit.empty')}
      hasSearch={false}
      hasExport={false}
      hasBulk={false}
    >
      <Column
        source="at"
        render={({ id, at }) => (
          <MuiLink component={Link} to={`/audit-events/${id}/show`} sx={{ color: 'inherit' }}>
            <Instant at={at} />
          </MuiLink>
        )}
      />
      <Column
        source="actorId"
        disableSort
        render={(event) => <span style={{ whiteSpace: 'nowrap' }}>{doer(event)}</span>}
      />
      <Column source="action" disableSort render={deed} />
      <Column source="resource" disableSort render={({ resource }) => one(resource)} />
      <Column source="recordId" disableSort render={(event) => <RecordDoor event={event} />} />
      <Column source="reason" disableSort render={(event) => <ReasonText event={event} />} />
      <Column
        source="requestId"
        disableSort
        render={({ requestId }) => <RequestDoor requestId={requestId} />}
      />
    </RegisterList>
  );
}

/** The trail of one request; its number is long, and its beginning tells requests apart. */
function RequestDoor({ requestId }: { requestId: string | null }) {
  const t = useT();
  if (requestId === null) return <None />;
  return (
    <MuiLink
      component={Link}
      to={trailPath({ requestId })}
      onClick={(event) => event.stopPropagation()}
      title={requestId}
      aria-label={`${t('audit.sameRequest')}: ${requestId}`}
      sx={{ color: 'inherit' }}
    >
      {requestId.slice(-SHORT)}
    </MuiLink>
  );
}

function Card({ event }: { event: AuditEvent }) {
  const deed = useDeed();
  const doer = useDoer();
  return (
    <>
      <span>{deed(event)}</span>
      <span>
        {doer(event)} · <Instant at={event.at} />
      </span>
    </>
  );
}
