import { Button } from '@mui/material';
import { Link } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { NotThere } from '../ui/page/FailedPage';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Waiting } from '../ui/page/Waiting';

export const NotFound = NotThere;

export function Denied() {
  const t = useT();
  return (
    <Page title={t('frame.state.deniedTitle')}>
      <Message text={t('frame.state.denied')}>
        <ToOverview />
      </Message>
    </Page>
  );
}

export function Crashed() {
  const t = useT();
  return (
    <Message title={t('frame.state.crashTitle')} text={t('frame.state.crash')}>
      <Button variant="contained" onClick={() => window.location.reload()}>
        {t('frame.state.reload')}
      </Button>
    </Message>
  );
}

export function Loading() {
  return <Waiting />;
}

function ToOverview() {
  const t = useT();
  return (
    <Button variant="outlined" component={Link} to="/">
      {t('frame.state.toOverview')}
    </Button>
  );
}
