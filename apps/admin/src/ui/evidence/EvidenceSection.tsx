import { Box, Typography } from '@mui/material';
import { useCanAccess, useGetList } from 'react-admin';
import { useT } from '../../i18n/use-t';
import type { Evidence, Evidenced } from '../../providers/evidence';
import { Section } from '../page/Section';
import { Waiting } from '../page/Waiting';
import { LINES } from '../people/lines';
import { AddEvidence } from './AddEvidence';
import { EvidenceLine } from './EvidenceLine';

const MOST = 100;

/** The files and links that support a record, the newest first, and how to add one. */
export function EvidenceSection({ resource, recordId }: Evidenced) {
  const t = useT();
  const { canAccess } = useCanAccess({ resource: 'evidence', action: 'create' });
  const { data } = useGetList<Evidence>('evidence', {
    filter: { resource, recordId },
    pagination: { page: 1, perPage: MOST },
    sort: { field: 'createdAt', order: 'DESC' },
  });
  return (
    <Section title={t('evidence.title')}>
      {!data && <Waiting rows={1} />}
      {data?.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('evidence.none')}</Typography>}
      <Box component="ul" sx={LINES}>
        {data?.map((one) => (
          <EvidenceLine key={one.id} evidence={one} mayDelete={canAccess === true} />
        ))}
      </Box>
      {canAccess && <AddEvidence of={{ resource, recordId }} />}
    </Section>
  );
}
