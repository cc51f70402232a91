import { Alert } from '@mui/material';
import { useSyncExternalStore } from 'react';
import { useT } from '../../i18n/use-t';

/** Says when the connection is gone; what was typed stays where it is. */
export function ConnectionNotice() {
  const t = useT();
  const isOnline = useSyncExternalStore(watchConnection, () => navigator.onLine);
  if (isOnline) return null;
  return (
    <Alert severity="warning" role="status" sx={{ borderRadius: 0 }}>
      <strong>{t('frame.state.offlineTitle')}.</strong> {t('frame.state.offline')}
    </Alert>
  );
}

function watchConnection(tell: () => void): () => void {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
}
