import { Box, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { useFormat } from '../i18n/format';
import { useNames } from '../i18n/use-t';
import type { AuditEvent } from '../providers/records';
import { RecordDoor, useDeed, useDoer } from '../ui/history/trail';
import { Waiting } from '../ui/page/Waiting';

const SHOWN = 6;

/** Who changed what, and when: the newest of the audit trail. */
export default function RecentChanges() {
  const { data } = useGetList<AuditEvent>('audit-events', {
    pagination: { page: 1, perPage: SHOWN },
    sort: { field: 'at', order: 'DESC' },
  });
  if (!data) return <Waiting rows={SHOWN} />;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {data.map((event) => (
        <Box component="li" key={event.id} sx={LINE}>
          <Change event={event} />
        </Box>
      ))}
    </Box>
  );
}

const LINE = {
  py: 2,
  borderBottom: 1,
  borderColor: 'divider',
  '&:last-of-type': { borderBottom: 0 },
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  columnGap: 3,
};

function Change({ event }: { event: AuditEvent }) {
  const deed = useDeed();
  const doer = useDoer();
  const { one } = useNames();
  const { instant } = useFormat();
  return (
    <>
      <Box sx={{ minWidth: 0 }}>
        <RecordDoor event={event} />
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {one(event.resource)} · {deed(event)}
        </Typography>
      </Box>
      <Box sx={{ textAlign: 'right', fontSize: '0.8125rem' }}>
        {doer(event)}
        <Box component="time" dateTime={event.at} sx={{ display: 'block', color: 'text.secondary' }}>
          {instant(event.at)}
        </Box>
      </Box>
    </>
  );
}
