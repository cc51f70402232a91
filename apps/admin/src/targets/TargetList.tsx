import { Box, Button, Typography } from '@mui/material';
import { useCanAccess } from 'react-admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useNames, useT } from '../i18n/use-t';
import { useTargetProgress } from '../providers/targets';
import { today } from '../providers/today';
import { DateField } from '../ui/dates/DateField';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Waiting } from '../ui/page/Waiting';
import { TargetLines } from './TargetLines';

/** Every target with where it stands on a day. */
export default function TargetList() {
  const t = useT();
  const { many } = useNames();
  const [asOf, setAsOf] = useState(today());
  const { data, error, isPlaceholderData, refetch } = useTargetProgress(asOf);
  return (
    <Page
      title={many('targets')}
      help="targets"
      below={t('targets.lead')}
      actions={
        <>
          <DateField
            label={t('targets.asOf')}
            value={asOf}
            onDate={(date) => setAsOf(date || today())}
            sx={{ width: 172 }}
          />
          <AddButton />
        </>
      }
    >
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={5} />}
      {data?.total === 0 && <Empty />}
      {data && data.total > 0 && (
        <Box aria-busy={isPlaceholderData} sx={{ opacity: isPlaceholderData ? 0.45 : 1 }}>
          <TargetLines states={data.data} />
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 3 }}>
            {t('targets.mark')}
          </Typography>
        </Box>
      )}
    </Page>
  );
}

function AddButton() {
  const { add } = useNames();
  const { canAccess } = useCanAccess({ resource: 'targets', action: 'create' });
  if (!canAccess) return null;
  return (
    <Button variant="outlined" component={Link} to="/targets/create">
      {add('targets')}
    </Button>
  );
}

function Empty() {
  const t = useT();
  const { canAccess } = useCanAccess({ resource: 'targets', action: 'create' });
  return (
    <Message
      title={t('targets.emptyTitle')}
      text={t(canAccess ? 'targets.emptyText' : 'targets.emptyReadOnly')}
    >
      {canAccess && <AddButton />}
    </Message>
  );
}
