import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { request } from '../providers/http';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import type { Import } from './use-import';

export function EarlierImports() {
  const t = useT();
  const { instant } = useFormat();
  const { data } = useQuery({
    queryKey: ['imports'],
    queryFn: () => request<{ data: Import[]; total: number }>('GET', '/imports', { query: { perPage: 10 } }),
    retry: false,
  });
  return (
    <Section title={t('imports.history')}>
      {!data && <Waiting rows={3} />}
      {data?.total === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{t('imports.historyEmpty')}</Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.data.map(({ id, fileName, status, dryRun, actor, createdAt }) => (
          <Box component="li" key={id} sx={{ py: 2, borderBottom: 1, borderColor: 'divider' }}>
            {fileName} · {t(`imports.status.${status}`)}
            {dryRun && ` (${t('imports.steps.check').toLowerCase()})`}
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {actor.name} · {instant(createdAt)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
