import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { RegisterProvider } from '../../providers/data-provider';
import type { RecordVersion } from '../../providers/records';
import { Failed } from '../page/Failed';
import { Waiting } from '../page/Waiting';
import { Changes } from './Changes';

/** Who changed what, when, and why; newest first. */
export function History({ resource, id }: { resource: string; id: string }) {
  const t = useT();
  const provider = useDataProvider<RegisterProvider>();
  const { data, error, refetch } = useQuery({
    queryKey: [resource, 'history', id],
    queryFn: () => provider.history(resource, id),
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={3} />;
  if (data.total === 0) return <Typography>{t('register.record.historyEmpty')}</Typography>;
  return (
    <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 5 }}>
      {data.data.map((version) => (
        <Version key={`${version.version}-${version.knownFrom}`} resource={resource} version={version} />
      ))}
    </Box>
  );
}

function Version({ resource, version }: { resource: string; version: RecordVersion }) {
  const t = useT();
  const { instant } = useFormat();
  const { deleted, ...changes } = version.changes;
  // What the program did by itself has nobody.
  const name = version.actor.id === null ? t('register.record.program') : version.actor.name;
  const what =
    deleted === undefined
      ? version.version === 1
        ? t('register.record.madeBy', { name })
        : t('register.record.changedBy', { name })
      : deleted.to === true
        ? t('register.record.deletedBy', { name })
        : t('register.record.restoredBy', { name });
  return (
    <Box component="li" sx={{ borderLeft: 2, borderColor: 'divider', pl: 4 }}>
      <Typography sx={{ fontWeight: 600 }}>{what}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        <time dateTime={version.knownFrom}>{instant(version.knownFrom)}</time>
        {version.reason && ` · ${version.reason}`}
      </Typography>
      {version.version > 1 && <Changes resource={resource} changes={changes} />}
    </Box>
  );
}
