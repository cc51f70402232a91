import { Button } from '@mui/material';
import { Link } from 'react-router-dom';
import { useT } from '../../i18n/use-t';
import { refusalOf } from '../../providers/http';
import { useErrorText } from '../use-error-text';
import { Message } from './Message';
import { Page } from './Page';

/** Instead of a page: what it was to show is not there, or could not be fetched. */
export function FailedPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT();
  const text = useErrorText();
  if (refusalOf(error).status === 404) return <NotThere />;
  return (
    <Page title={t('frame.state.failedTitle')}>
      <Message text={text(error)}>
        <Button variant="outlined" onClick={onRetry}>
          {t('frame.state.retry')}
        </Button>
      </Message>
    </Page>
  );
}

export function NotThere() {
  const t = useT();
  return (
    <Page title={t('frame.state.notFoundTitle')}>
      <Message text={t('frame.state.notFound')}>
        <Button variant="outlined" component={Link} to="/">
          {t('frame.state.toOverview')}
        </Button>
      </Message>
    </Page>
  );
}
