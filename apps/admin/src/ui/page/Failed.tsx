import { Button } from '@mui/material';
import { useT } from '../../i18n/use-t';
import { useErrorText } from '../use-error-text';
import { Message } from './Message';

/** Something could not be fetched: why, and the way to try again. */
export function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT();
  const text = useErrorText();
  return (
    <Message title={t('frame.state.failedTitle')} text={text(error)}>
      <Button variant="outlined" onClick={onRetry}>
        {t('frame.state.retry')}
      </Button>
    </Message>
  );
}
