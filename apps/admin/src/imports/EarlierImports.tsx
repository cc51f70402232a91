import { Box, Link as MuiLink, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { request } from '../providers/http';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import type { ImportSummary } from './use-import';
import { useImporter, useImportStatus } from './words-of-import';

const SHOWN = 5;

/** What was imported or tried before; each can be looked at again, and what came in can be taken back. */
export function EarlierImports() {
  const t = useT();
  const { number } = useFormat();
  const { data } = useQuery({
    queryKey: ['imports'],
    queryFn: () =>
      request<{ data: ImportSummary[]; total: number }>('GET', '/imports', { query: { perPage: SHOWN } }),
    retry: false,
  });
  return (
    <Section title={t('imports.history')}>
      {!data && <Waiting rows={3} />}
      {data?.total === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{t('imports.historyEmpty')}</Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.data.map((one) => (
          <Earlier key={one.id} one={one} />
        ))}
      </Box>
      {data && data.total > SHOWN && (
        <MuiLink component={Link} to="/imports/earlier" sx={{ display: 'inline-block', py: 3 }}>
          {t('imports.all', { count: number(data.total) })}
        </MuiLink>
      )}
    </Section>
  );
}

function Earlier({ one }: { one: ImportSummary }) {
  const t = useT();
  const { instant } = useFormat();
  const statusOf = useImportStatus();
  const doer = useImporter();
  const { id, fileName, status, createdAt, faultCount } = one;
  const what = [
    statusOf(one),
    status === 'REJECTED' && t('imports.faultsTitle', { smart_count: faultCount }),
  ];
  return (
    <Box component="li" sx={{ py: 2, borderBottom: 1, borderColor: 'divider' }}>
      <MuiLink component={Link} to={`/imports?id=${id}`} sx={{ color: 'inherit', overflowWrap: 'anywhere' }}>
        {fileName}
      </MuiLink>{' '}
      · {what.filter(Boolean).join(', ')}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {doer(one)} · {instant(createdAt)}
      </Typography>
    </Box>
  );
}
