import { Alert, Typography } from '@mui/material';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { useRegisterChecks, type CheckState as State } from '../providers/register-proposals';

/** Whether the trade register is asked at night, and how the last time ended; what is missing is said in a sentence. */
export function CheckState() {
  const t = useT();
  const { data } = useRegisterChecks();
  const sentences = useSentences();
  if (!data) return null;
  if (!data.isConnected || data.perNight === 0) {
    return (
      <Alert severity="info" role="status" sx={{ mb: 5, maxWidth: 820 }}>
        {t(data.isConnected ? 'proposals.turnedOff' : 'proposals.notConnected')}
      </Alert>
    );
  }
  const { stoppedBy } = data.last ?? {};
  return (
    <>
      {stoppedBy && stoppedBy !== 'ENDED' && (
        <Alert severity="warning" role="status" sx={{ mb: 4, maxWidth: 820 }}>
          {t(`proposals.stopped.${stoppedBy}`)}
        </Alert>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 6, maxWidth: '75ch' }}>
        {sentences(data).join(' ')}
      </Typography>
    </>
  );
}

function useSentences(): (state: State) => string[] {
  const t = useT();
  const { instant } = useFormat();
  return ({ perNight, companies, unchecked, unknown, last }) => [
    t('proposals.everyNight', { smart_count: perNight }),
    ...(last ? [t('proposals.last', { time: instant(last.startedAt), smart_count: last.checked })] : []),
    ...(unchecked > 0 ? [t('proposals.unchecked', { smart_count: unchecked, total: companies })] : []),
    ...(unknown > 0 ? [t('proposals.unknown', { smart_count: unknown })] : []),
  ];
}
