import { Box, Button, Typography } from '@mui/material';
import { useGetList, usePermissions } from 'react-admin';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useNames, useT } from '../i18n/use-t';
import { mayDo } from '../providers/access';
import type { Permissions } from '../providers/auth-provider';
import type { Participation } from '../providers/records';
import { Level } from '../ui/fields/Ladder';
import { RecordLink } from '../ui/fields/values';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';

const RecentChanges = lazy(() => import('./RecentChanges'));

/** What was changed last: by whom for who may know, else the participations. */
export function Recent() {
  const t = useT();
  const { many } = useNames();
  const { permissions } = usePermissions<Permissions | undefined>();
  if (!permissions) return null;
  const { role } = permissions;
  if (!mayDo(role, 'audit-events', 'list'))
    return mayDo(role, 'participations', 'list') && <Participations />;
  const all = (
    <Button className="no-print" component={Link} to="/audit-events">
      {many('audit-events')}
    </Button>
  );
  return (
    <Section title={t('dashboard.recentChanges')} help="recent" actions={all}>
      <Suspense fallback={<Waiting rows={6} />}>
        <RecentChanges />
      </Suspense>
    </Section>
  );
}

/** The participations that were logged or changed last. */
function Participations() {
  const t = useT();
  const { instant } = useFormat();
  const { data } = useGetList<Participation>('participations', {
    pagination: { page: 1, perPage: 6 },
    sort: { field: 'updatedAt', order: 'DESC' },
  });
  return (
    <Section title={t('dashboard.recentTitle')} help="recent">
      {!data && <Waiting rows={6} />}
      {data?.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{t('dashboard.recentEmpty')}</Typography>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {data?.map(({ id, companyId, companyName, centreName, level, updatedAt }) => (
          <Box
            component="li"
            key={id}
            sx={{
              py: 2,
              borderBottom: 1,
              borderColor: 'divider',
              '&:last-of-type': { borderBottom: 0 },
              display: 'grid',
              gridTemplateColumns: 'minmax(0, 1fr) auto',
              columnGap: 3,
            }}
          >
            <Box sx={{ minWidth: 0 }}>
              <RecordLink resource="companies" id={companyId} name={companyName} />
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {centreName}
              </Typography>
            </Box>
            <Box sx={{ textAlign: 'right', fontSize: '0.8125rem' }}>
              <Level level={level} />
              <Box component="time" dateTime={updatedAt} sx={{ display: 'block', color: 'text.secondary' }}>
                {instant(updatedAt)}
              </Box>
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
